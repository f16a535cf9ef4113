// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;

/** Deploys a function, and Stoker's template with the function as its target. */
final class Deployment {
    private static final Pattern LOCAL_FILE =
            Pattern.compile("(?m)^( *(?:CodeUri|ContentUri|DefinitionUri): )([^\\s!{]+)");
    private static final String BUCKET = "stoker-code";

    private final Clients clients;
    private final Path stoker;

    /**
     * @param stoker a built clone
     */
    Deployment(Clients clients, Path stoker) {
        this.clients = clients;
        this.stoker = stoker;
    }

    /** Creates a function and returns its ARN. */
    String function(String name, Path jar, String handler, Map<String, String> variables) {
        try (LambdaClient lambda = clients.create(LambdaClient.builder())) {
            SdkBytes code = SdkBytes.fromByteArray(read(jar));
            String arn = lambda.createFunction(request -> request.functionName(name)
                            .runtime(Runtime.JAVA21)
                            .handler(handler)
                            .role("arn:aws:iam::000000000000:role/orders")
                            .memorySize(512)
                            .timeout(30)
                            .environment(environment -> environment.variables(variables))
                            .code(content -> content.zipFile(code)))
                    .functionArn();
            lambda.waiter().waitUntilFunctionActiveV2(request -> request.functionName(name));
            return arn;
        }
    }

    /** Creates a stack of Stoker's template, its schedule paused, and returns the ARN of keep-warm. */
    String stoker(String stack, String functionArn) {
        String template = upload(stoker.resolve("infra/template.yaml"));
        try (CloudFormationClient cloudFormation = clients.create(CloudFormationClient.builder())) {
            cloudFormation.createStack(request -> request.stackName(stack)
                    .templateURL(template)
                    .parameters(parameter("TargetArns", functionArn), parameter("ScheduleState", "DISABLED"))
                    .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND));
            return cloudFormation
                    .waiter()
                    .waitUntilStackCreateComplete(request -> request.stackName(stack))
                    .matched()
                    .response()
                    .orElseThrow()
                    .stacks()
                    .get(0)
                    .outputs()
                    .stream()
                    .filter(output -> output.outputKey().equals("KeepWarmArn"))
                    .map(Output::outputValue)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Uploads the template as `sam package` prepares it, with its local files in the same bucket, since a request to CloudFormation takes no
     * template above 51,200 bytes. Returns its URL.
     */
    private String upload(Path template) {
        try (S3Client s3 = clients.create(S3Client.builder().forcePathStyle(true))) {
            s3.createBucket(request -> request.bucket(BUCKET));
            Matcher files = LOCAL_FILE.matcher(new String(read(template), StandardCharsets.UTF_8));
            String packaged = files.replaceAll(found -> {
                Path file = template.resolveSibling(found.group(2)).normalize();
                String key = String.valueOf(file.getFileName());
                s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromFile(file));
                return Matcher.quoteReplacement(found.group(1) + "s3://" + BUCKET + "/" + key);
            });
            s3.putObject(request -> request.bucket(BUCKET).key("template.yaml"), RequestBody.fromString(packaged));
            return s3.utilities().getUrl(request -> request.bucket(BUCKET).key("template.yaml")).toString();
        }
    }

    /** Deletes everything at an endpoint that stays. */
    void delete(String stack, String function) {
        try (CloudFormationClient cloudFormation = clients.create(CloudFormationClient.builder());
                LambdaClient lambda = clients.create(LambdaClient.builder());
                S3Client s3 = clients.create(S3Client.builder().forcePathStyle(true))) {
            cloudFormation.deleteStack(request -> request.stackName(stack));
            cloudFormation.waiter().waitUntilStackDeleteComplete(request -> request.stackName(stack));
            lambda.deleteFunction(request -> request.functionName(function));
            s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().forEach(one ->
                    s3.deleteObject(request -> request.bucket(BUCKET).key(one.key())));
            s3.deleteBucket(request -> request.bucket(BUCKET));
        }
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterKey(name).parameterValue(value).build();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
