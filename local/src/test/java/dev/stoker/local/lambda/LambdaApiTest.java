// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import dev.stoker.local.lambda.code.RawZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;
import software.amazon.awssdk.services.s3.S3Client;

class LambdaApiTest {
    private final ServedAws aws = ServedAws.withConcurrency(1000);
    private final LambdaClient lambda = aws.lambda();

    @AfterEach
    void close() {
        aws.close();
    }

    private CreateFunctionResponse create(String name) {
        return create(name, ServedAws.anyZip());
    }

    private CreateFunctionResponse create(String name, SdkBytes zip) {
        return lambda.createFunction(request -> request.functionName(name)
                .runtime(Runtime.JAVA17)
                .handler("a.B::c")
                .memorySize(512)
                .timeout(20)
                .environment(variables -> variables.variables(Map.of("KEY", "value")))
                .role("arn:aws:iam::000000000000:role/any")
                .code(code -> code.zipFile(zip)));
    }

    /** The file of a package of so many bytes. */
    private static SdkBytes zipOf(int bytes) throws IOException {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("noise"));
            zip.write(noise);
        }
        return SdkBytes.fromByteArray(zipped.toByteArray());
    }

    @Test
    void a_package_of_up_to_50_MB_is_taken_in_a_request() throws IOException {
        SdkBytes sixteen = zipOf(16_000_000);
        assertThat(create("large", sixteen).codeSize()).isGreaterThan(16_000_000);

        SdkBytes fiftyTwo = zipOf(52_500_000);
        assertThatThrownBy(() -> create("larger", fiftyTwo))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("at most 52428800 bytes");
    }

    @Test
    void a_function_is_created_described_listed_changed_and_deleted() {
        CreateFunctionResponse created = create("f");

        assertThat(created.functionArn()).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f");
        GetFunctionResponse got = lambda.getFunction(request -> request.functionName(created.functionArn()));
        assertThat(got.configuration().state()).isEqualTo(State.ACTIVE);
        assertThat(got.configuration().environment().variables()).containsEntry("KEY", "value");
        assertThat(got.configuration().memorySize()).isEqualTo(512);
        assertThat(got.configuration().codeSha256()).isEqualTo(created.codeSha256());
        lambda.updateFunctionConfiguration(request -> request.functionName("f").timeout(30));
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("f"))
                        .timeout())
                .isEqualTo(30);
        assertThat(lambda.listFunctions().functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactly("f");
        lambda.deleteFunction(request -> request.functionName("f"));
        assertThatThrownBy(() -> lambda.getFunction(request -> request.functionName("f")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: " + created.functionArn());
    }

    @Test
    void tags_belong_to_a_function_and_are_added_replaced_and_listed() {
        String arn = create("f").functionArn();
        assertThat(lambda.listTags(request -> request.resource(arn)).tags()).isEmpty();

        lambda.tagResource(request -> request.resource(arn).tags(Map.of("stoker", "5", "team", "shop")));
        lambda.tagResource(request -> request.resource(arn).tags(Map.of("stoker", "live:20")));

        assertThat(lambda.listTags(request -> request.resource(arn)).tags())
                .isEqualTo(Map.of("stoker", "live:20", "team", "shop"));
        assertThat(lambda.getFunction(request -> request.functionName("f")).tags())
                .containsEntry("stoker", "live:20");
        assertThatThrownBy(() -> lambda.listTags(request -> request.resource(arn + ":live")))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() ->
                        lambda.tagResource(request -> request.resource(arn).tags(Map.of("stoker", "x".repeat(257)))))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> lambda.listTags(request -> request.resource(arn + "g")))
                .isInstanceOf(ResourceNotFoundException.class);
        lambda.deleteFunction(request -> request.functionName("f"));
        create("f");
        assertThat(lambda.listTags(request -> request.resource(arn)).tags()).isEmpty();
    }

    @Test
    void code_comes_from_a_bucket_too() {
        S3Client s3 = aws.s3();
        s3.createBucket(request -> request.bucket("code"));
        s3.putObject(
                request -> request.bucket("code").key("f.zip"),
                RequestBody.fromBytes(ServedAws.anyZip().asByteArray()));

        lambda.createFunction(request -> request.functionName("f")
                .runtime(Runtime.JAVA21)
                .handler("a.B")
                .role("arn:aws:iam::000000000000:role/any")
                .code(code -> code.s3Bucket("code").s3Key("f.zip")));

        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("f"))
                        .codeSize())
                .isEqualTo(ServedAws.anyZip().asByteArray().length);
        assertThatThrownBy(() -> lambda.updateFunctionCode(
                        request -> request.functionName("f").s3Bucket("code").s3Key("none.zip")))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("NoSuchKey");
    }

    @Test
    void versions_are_published_and_named() {
        create("f");

        String version =
                lambda.publishVersion(request -> request.functionName("f")).version();
        lambda.createAlias(request -> request.functionName("f").name("live").functionVersion(version));

        assertThat(version).isEqualTo("1");
        assertThat(lambda.listVersionsByFunction(request -> request.functionName("f"))
                        .versions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1");
        assertThat(lambda.getAlias(request -> request.functionName("f").name("live"))
                        .functionVersion())
                .isEqualTo("1");
        assertThat(lambda.listAliases(request -> request.functionName("f")).aliases())
                .extracting(AliasConfiguration::name)
                .containsExactly("live");
        assertThat(lambda.getFunctionConfiguration(
                                request -> request.functionName("f").qualifier("live"))
                        .functionArn())
                .endsWith(":function:f:live");
    }

    @Test
    void an_alias_is_pointed_at_another_version_and_removed() {
        create("f");
        lambda.publishVersion(request -> request.functionName("f"));
        lambda.createAlias(request ->
                request.functionName("f").name("live").functionVersion("1").description("for users"));

        lambda.updateAlias(request -> request.functionName("f").name("live").functionVersion("$LATEST"));

        GetAliasResponse alias =
                lambda.getAlias(request -> request.functionName("f").name("live"));
        assertThat(alias.functionVersion()).isEqualTo("$LATEST");
        assertThat(alias.description()).isEqualTo("for users");
        assertThatThrownBy(() -> lambda.updateAlias(
                        request -> request.functionName("f").name("live").functionVersion("9")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> lambda.updateAlias(
                        request -> request.functionName("f").name("none").functionVersion("1")))
                .isInstanceOf(ResourceNotFoundException.class);

        lambda.deleteAlias(request -> request.functionName("f").name("live"));

        assertThatThrownBy(() ->
                        lambda.getAlias(request -> request.functionName("f").name("live")))
                .isInstanceOf(ResourceNotFoundException.class);
        // Lambda answers 204 for an alias that is not there.
        lambda.deleteAlias(request -> request.functionName("f").name("live"));
    }

    @Test
    void an_invocation_is_answered_with_what_the_function_said_and_which_version_said_it() {
        create("f");

        InvokeResponse answered = lambda.invoke(
                request -> request.functionName("f").logType(LogType.TAIL).payload(SdkBytes.fromUtf8String("{}")));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.payload().asUtf8String()).isEqualTo("{}");
        assertThat(answered.executedVersion()).isEqualTo("$LATEST");
        assertThat(answered.functionError()).isNull();
        assertThat(new String(
                        Base64.getDecoder().decode(answered.logResult()), java.nio.charset.StandardCharsets.UTF_8))
                .contains("START RequestId:")
                .contains("Init Duration:");
    }

    @Test
    void an_event_is_accepted_and_a_dry_run_permitted() {
        create("f");

        assertThat(lambda.invoke(request -> request.functionName("f").invocationType(InvocationType.EVENT))
                        .statusCode())
                .isEqualTo(202);
        assertThat(lambda.invoke(request -> request.functionName("f").invocationType(InvocationType.DRY_RUN))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_client_context_must_be_an_object_in_Base64() {
        create("f");

        assertThatThrownBy(
                        () -> lambda.invoke(request -> request.functionName("f").clientContext("{}")))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("ClientContext: must be a JSON object in Base64");
    }

    @Test
    void reserved_concurrency_is_kept_to_and_a_throttle_tells_its_reason() {
        create("f");
        lambda.putFunctionConcurrency(request -> request.functionName("f").reservedConcurrentExecutions(0));

        assertThat(lambda.getFunctionConcurrency(request -> request.functionName("f"))
                        .reservedConcurrentExecutions())
                .isZero();
        assertThatThrownBy(() -> lambda.invoke(request -> request.functionName("f")))
                .isInstanceOfSatisfying(TooManyRequestsException.class, throttled -> {
                    assertThat(throttled.reason())
                            .isEqualTo(ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
                    assertThat(throttled.retryAfterSeconds()).isEqualTo("1");
                    assertThat(throttled.statusCode()).isEqualTo(429);
                });
        lambda.deleteFunctionConcurrency(request -> request.functionName("f"));
        assertThat(lambda.invoke(request -> request.functionName("f")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_account_tells_its_limits() {
        assertThat(lambda.getAccountSettings().accountLimit().concurrentExecutions())
                .isEqualTo(1000);
        assertThat(lambda.getAccountSettings().accountLimit().unreservedConcurrentExecutions())
                .isEqualTo(1000);
    }

    @Test
    void layers_are_published_given_to_functions_and_deleted() throws IOException {
        String first = publishLayer("tools").layerVersionArn();
        PublishLayerVersionResponse second = publishLayer("tools");
        create("f");

        assertThat(first).isEqualTo("arn:aws:lambda:us-east-1:000000000000:layer:tools:1");
        assertThat(second.version()).isEqualTo(2);
        lambda.updateFunctionConfiguration(request -> request.functionName("f").layers(second.layerVersionArn()));
        assertThat(lambda.getFunctionConfiguration(request -> request.functionName("f"))
                        .layers())
                .extracting(Layer::arn)
                .containsExactly(second.layerVersionArn());
        assertThat(lambda.getLayerVersion(request -> request.layerName("tools").versionNumber(1L))
                        .layerVersionArn())
                .isEqualTo(first);
        String location = lambda.getLayerVersionByArn(request -> request.arn(first))
                .content()
                .location();
        try (InputStream content = URI.create(location).toURL().openStream()) {
            assertThat(content.readAllBytes()).isEqualTo(ServedAws.anyZip().asByteArray());
        }
        lambda.deleteLayerVersion(request -> request.layerName("tools").versionNumber(1L));
        assertThatThrownBy(() -> lambda.getLayerVersionByArn(request -> request.arn(first)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                        request -> request.functionName("f").layers(first)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(first + " does not exist");
    }

    private PublishLayerVersionResponse publishLayer(String name) {
        return lambda.publishLayerVersion(
                request -> request.layerName(name).content(content -> content.zipFile(ServedAws.anyZip())));
    }

    @Test
    void nothing_has_provisioned_concurrency() {
        create("f");

        assertThat(lambda.listProvisionedConcurrencyConfigs(request -> request.functionName("f"))
                        .provisionedConcurrencyConfigs())
                .isEmpty();
        assertThatThrownBy(() -> lambda.listProvisionedConcurrencyConfigs(request -> request.functionName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void the_package_can_be_had_back_from_where_get_function_says() throws IOException {
        create("f");
        String location =
                lambda.getFunction(request -> request.functionName("f")).code().location();

        try (InputStream code = URI.create(location).toURL().openStream()) {
            assertThat(code.readAllBytes()).isEqualTo(ServedAws.anyZip().asByteArray());
        }
    }

    @Test
    void what_AWS_would_refuse_is_refused_with_its_errors() {
        create("f");

        assertThatThrownBy(() -> create("f")).isInstanceOf(ResourceConflictException.class);
        assertThatThrownBy(() -> create("not a name")).isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> lambda.invoke(request -> request.functionName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() ->
                        lambda.invoke(request -> request.functionName("f").payload(SdkBytes.fromUtf8String("no json"))))
                .isInstanceOf(InvalidRequestContentException.class);
    }

    @Test
    void a_package_has_up_to_50_MB_and_250_MB_of_files_with_its_layers() {
        SdkBytes fifty = SdkBytes.fromByteArrayUnsafe(
                new RawZip().file("model.bin", "x".repeat(52_428_800 - 1000)).bytes());
        SdkBytes large = SdkBytes.fromByteArray(
                new RawZip().claiming("model.bin", 262_143_999).bytes());
        create("f");
        String layer = lambda.publishLayerVersion(request -> request.layerName("two")
                        .content(content -> content.zipFile(SdkBytes.fromByteArray(
                                new RawZip().file("a", "12").bytes()))))
                .layerVersionArn();

        assertThat(lambda.updateFunctionCode(
                                request -> request.functionName("f").zipFile(fifty))
                        .codeSize())
                .isGreaterThan(52_000_000);
        lambda.updateFunctionCode(request -> request.functionName("f").zipFile(large));
        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(
                        request -> request.functionName("f").layers(layer)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Function code combined with layers exceeds the maximum allowed size of 262144000"
                        + " bytes. The actual size is 262144001 bytes.");
        assertThatThrownBy(() -> lambda.updateFunctionCode(request -> request.functionName("f")
                        .zipFile(SdkBytes.fromByteArray(
                                new RawZip().claiming("a", 262_144_001).bytes()))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Unzipped size must be smaller than 262144000 bytes");
    }

    @Test
    void operations_and_fields_that_are_not_covered_are_refused_by_name() {
        assertThatThrownBy(lambda::listEventSourceMappings)
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("/2015-03-31/event-source-mappings")
                .hasMessageContaining("CreateFunction");
        assertThatThrownBy(() -> lambda.createFunction(request -> request.functionName("f")
                        .runtime(Runtime.JAVA17)
                        .handler("a.B")
                        .role("arn:aws:iam::000000000000:role/any")
                        .tracingConfig(tracing -> tracing.mode("Active"))
                        .code(code -> code.zipFile(ServedAws.anyZip()))))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("TracingConfig");
    }
}
