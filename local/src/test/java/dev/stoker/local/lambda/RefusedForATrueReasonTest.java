// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Requests that were refused for a reason that was not true, or ignored; and limits that were not kept. */
class RefusedForATrueReasonTest {
    private final ServedAws aws = ServedAws.start();
    private final LambdaClient lambda = aws.lambda();

    @AfterEach
    void close() {
        aws.close();
    }

    private void create(String name, Map<String, String> variables) {
        lambda.createFunction(request -> request.functionName(name)
                .runtime(Runtime.JAVA21)
                .handler("a.B")
                .role("arn:aws:iam::000000000000:role/any")
                .environment(environment -> environment.variables(variables))
                .code(code -> code.zipFile(ServedAws.anyZip())));
    }

    /** Of 4,096 bytes, as JSON: {"K":"..."}. */
    private static Map<String, String> full() {
        return Map.of("K", "x".repeat(4096 - 8));
    }

    @Test
    void environment_variables_have_4_KB_in_all() {
        create("full", full());

        assertThatThrownBy(() -> create("more", Map.of("K", full().get("K") + "x")))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("exceeded the 4KB limit: 4096 bytes as JSON, got 4097");
        assertThatThrownBy(() -> lambda.updateFunctionConfiguration(request -> request.functionName("full")
                        .environment(environment -> environment.variables(Map.of("K", "é".repeat(2045))))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("got 4098");
    }

    @Test
    void layers_and_their_versions_are_listed() {
        for (String name : new String[] {"tools", "tools", "tools", "other"}) {
            lambda.publishLayerVersion(
                    request -> request.layerName(name).content(content -> content.zipFile(ServedAws.anyZip())));
        }
        lambda.deleteLayerVersion(request -> request.layerName("tools").versionNumber(3L));

        assertThat(lambda.listLayers().layers())
                .extracting(LayersListItem::layerName)
                .containsExactly("other", "tools");
        assertThat(lambda.listLayers().layers().get(1).latestMatchingVersion().version())
                .isEqualTo(2);
        assertThat(lambda.listLayerVersions(request -> request.layerName("tools"))
                        .layerVersions())
                .extracting(LayerVersionsListItem::version)
                .containsExactly(2L, 1L);
        assertThatThrownBy(() -> lambda.listLayers(request -> request.compatibleRuntime(Runtime.JAVA21)))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("does not cover the parameter(s) CompatibleRuntime");
    }

    @Test
    void functions_come_in_pages_and_with_all_their_versions_if_one_asks() {
        create("a", Map.of());
        create("b", Map.of());
        lambda.publishVersion(request -> request.functionName("a"));

        assertThat(lambda.listFunctionsPaginator(request -> request.maxItems(1)).functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactly("a", "b");
        assertThat(lambda.listFunctions(request -> request.maxItems(1)).functions())
                .hasSize(1);
        assertThat(lambda.listFunctions(request -> request.functionVersion(FunctionVersion.ALL))
                        .functions())
                .extracting(function -> function.functionName() + " " + function.version())
                .containsExactly("a $LATEST", "a 1", "b $LATEST");
    }
}
