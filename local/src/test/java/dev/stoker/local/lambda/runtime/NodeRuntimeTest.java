// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.code.RawZip;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions for Node.js behave as on AWS: the expectations are what aws-lambda-ric answers to the same. */
class NodeRuntimeTest {
    private static final String HANDLER = """
            const { where } = require("helper");
            class Refused extends Error {
              constructor(message) { super(message); this.name = "Refused"; this.code = 7; }
            }
            exports.handler = async (event, context) => {
              console.log("one %d", 2);
              if (event.do === "context") return { ...context, remaining: context.getRemainingTimeInMillis() };
              if (event.do === "variables") return { ...process.env, cwd: process.cwd(), where };
              if (event.do === "throw") throw new Refused("no tea");
              if (event.do === "big") return { n: 1n };
              return { got: event };
            };
            exports.late = (event, context, callback) => {
              context.callbackWaitsForEmptyEventLoop = !event.soon;
              setTimeout(() => { exports.after = true; }, 30);
              if (event.do === "throw") throw new Refused("no tea");
              if (event.do === "nothing") return;
              if (event.do === "rejected") return void Promise.reject(new Refused("unheard"));
              callback(event.do === "fail" ? "failed" : null, { get after() { return exports.after === true; } });
            };
            exports.streamed = awslambda.streamifyResponse(async (event, stream) => stream.end());
            """;

    private final Interpreted lambda = new Interpreted();
    private final String runtime = Interpreted.runtime(Language.NODE);

    @AfterEach
    void close() {
        lambda.close();
    }

    private void create(String handler) {
        RawZip layer = new RawZip()
                .file("nodejs/node_modules/helper/index.js", "exports.where = 'layer'")
                .file("nodejs/node_modules/own/lambda.mjs", "export const handler = async () => 'from the layer';");
        RawZip code = new RawZip()
                .file("index.js", HANDLER)
                .file("esm/package.json", "{\"type\":\"module\"}")
                .file(
                        "esm/api.js",
                        "export const handler = async (event) => ({ module: import.meta.url !== undefined });")
                .file("needs.js", "require('not-there')")
                .file("broken.js", "exports.handler = (");
        lambda.create(runtime, handler, code, layer);
    }

    @Test
    void an_event_is_answered_and_the_log_has_lines_as_on_AWS() {
        create("index.handler");

        var answered = lambda.invoke("{\"item\":\"茶\"}");

        assertThat(answered.payload().text()).isEqualTo("{\"got\":{\"item\":\"茶\"}}");
        assertThat(answered.log().text())
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\t[0-9a-f-]{36}\\tINFO\\tone 2\\n");
    }

    @Test
    void the_context_and_the_variables_tell_what_AWS_tells() {
        create("index.handler");

        JsonNode context = lambda.answer("{\"do\":\"context\"}");
        JsonNode variables = lambda.answer("{\"do\":\"variables\"}");

        assertThat(context.path("functionName").asText()).isEqualTo("f");
        assertThat(context.path("functionVersion").asText()).isEqualTo("$LATEST");
        assertThat(context.path("memoryLimitInMB").asText()).isEqualTo("512");
        assertThat(context.path("invokedFunctionArn").asText()).endsWith(":function:f");
        assertThat(context.path("logGroupName").asText()).isEqualTo("/aws/lambda/f");
        assertThat(context.path("awsRequestId").asText()).hasSize(36);
        assertThat(context.path("callbackWaitsForEmptyEventLoop").asBoolean()).isTrue();
        assertThat(context.path("remaining").asInt()).isBetween(1, 60_000);
        assertThat(variables.path("AWS_EXECUTION_ENV").asText()).isEqualTo("AWS_Lambda_" + runtime);
        assertThat(variables.path("GREETING").asText()).isEqualTo("hello");
        assertThat(variables.path("LAMBDA_TASK_ROOT")).isEqualTo(variables.path("cwd"));
        assertThat(variables.path("where").asText()).isEqualTo("layer");
    }

    @Test
    void a_callers_context_reaches_the_function() {
        create("index.handler");

        JsonNode context = lambda.answer("{\"do\":\"context\"}", "{\"custom\":{\"source\":\"a warmer\"}}");

        assertThat(context.path("clientContext").path("custom").path("source").asText())
                .isEqualTo("a warmer");
    }

    @Test
    void an_error_is_reported_as_on_AWS_and_the_environment_lives_on() {
        create("index.handler");

        JsonNode error = lambda.error("{\"do\":\"throw\"}");

        assertThat(error.path("errorType").asText()).isEqualTo("Refused");
        assertThat(error.path("errorMessage").asText()).isEqualTo("no tea");
        assertThat(error.path("trace").get(0).asText()).isEqualTo("Refused: no tea");
        assertThat(error.path("trace").get(1).asText()).contains("index.js:");
        assertThat(lambda.error("{\"do\":\"big\"}").path("errorMessage").asText())
                .isEqualTo("Unable to stringify response body");
        assertThat(lambda.answer("{}").path("got").isObject()).isTrue();
    }

    @Test
    void a_callback_waits_for_the_event_loop_unless_the_function_says_otherwise() {
        create("index.late");

        assertThat(lambda.answer("{\"soon\":true}").path("after").asBoolean()).isFalse();
        assertThat(lambda.answer("{}").path("after").asBoolean()).isTrue();
        assertThat(lambda.answer("{\"do\":\"nothing\"}").isNull()).isTrue();
        assertThat(lambda.error("{\"do\":\"throw\"}").path("errorType").asText())
                .isEqualTo("Refused");
        assertThat(lambda.error("{\"do\":\"fail\"}").path("errorMessage").asText())
                .isEqualTo("failed");
        assertThat(lambda.error("{\"do\":\"rejected\"}").path("errorType").asText())
                .isEqualTo("Runtime.UnhandledPromiseRejection");
        assertThat(lambda.answer("{}").path("after").asBoolean()).isTrue();
    }

    @Test
    void an_ES_module_serves() {
        create("esm/api.handler");
        assertThat(lambda.answer("{}").path("module").asBoolean()).isTrue();
    }

    @Test
    void a_handler_in_a_layer_is_named_where_it_lies_on_AWS() {
        create("/opt/nodejs/node_modules/own/lambda.handler");
        assertThat(lambda.answer("{}").asText()).isEqualTo("from the layer");
    }

    @Test
    void a_file_that_needs_a_missing_package_is_reported_as_on_AWS() {
        create("needs.handler");
        assertThat(lambda.error("{}").path("errorType").asText()).isEqualTo("Runtime.ImportModuleError");
    }

    @Test
    void a_syntax_error_has_a_name_of_its_own() {
        create("broken.handler");
        assertThat(lambda.error("{}").path("errorType").asText()).isEqualTo("Runtime.UserCodeSyntaxError");
    }

    @Test
    void a_missing_function_has_a_name_of_its_own() {
        create("index.nowhere");

        JsonNode error = lambda.error("{}");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error.path("errorMessage").asText()).isEqualTo("index.nowhere is undefined or not exported");
    }

    @Test
    void response_streaming_is_refused_by_its_name() {
        create("index.streamed");
        assertThat(lambda.error("{}").path("errorMessage").asText()).contains("does not cover response streaming");
    }
}
