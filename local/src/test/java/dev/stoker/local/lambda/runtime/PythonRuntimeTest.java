// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.code.RawZip;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions in Python behave as on AWS: the expectations are what awslambdaric 4.2.2 answers to the same. */
class PythonRuntimeTest {
    private static final String HANDLER = """
            import decimal, logging, os, sys
            from helper import WHERE

            class Refused(Exception):
                pass

            def handler(event, context):
                logging.getLogger().warning("one\\ntwo")
                do = event.get("do")
                if do == "context":
                    return {name: getattr(context, name) for name in dir(context)
                            if not name.startswith("_") and isinstance(getattr(context, name), str)} | {
                            "remaining": context.get_remaining_time_in_millis(), "repr": repr(context),\
                            "custom": context.client_context and context.client_context.custom}
                if do == "variables":
                    return {**os.environ, "cwd": os.getcwd(), "path": sys.path[:3], "where": WHERE}
                if do == "throw":
                    raise Refused("no tea")
                if do == "object":
                    return object()
                if do == "bytes":
                    return b"raw"
                if do == "exit":
                    sys.exit(3)
                return {"got": event, "tea": "\\u8336", "price": decimal.Decimal("3"), "tuple": (1, 0.5)}
            """;

    private final Interpreted lambda = new Interpreted();
    private final String runtime = Interpreted.runtime(Language.PYTHON);

    @AfterEach
    void close() {
        lambda.close();
    }

    private void create(String handler) {
        RawZip layer =
                new RawZip().file("python/helper.py", "WHERE = 'layer'").file("python/shadowed.py", "WHERE = 'layer'");
        RawZip code = new RawZip()
                .file("orders/api.py", HANDLER)
                .file("shadowed.py", "WHERE = 'package'")
                .file("broken.py", "def handler(:")
                .file("needs.py", "import not_there")
                .file("fails.py", "from shadowed import WHERE\nraise ValueError(WHERE)");
        lambda.create(runtime, handler, code, layer);
    }

    @Test
    void an_event_is_answered_and_the_log_has_lines_as_on_AWS() {
        create("orders/api.handler");

        var answered = lambda.invoke("{\"item\":\"tea\"}");

        assertThat(answered.payload().text())
                .isIn(
                        "{\"got\": {\"item\": \"tea\"}, \"tea\": \"茶\", \"price\": 3, \"tuple\": [1, 0.5]}",
                        "{\"got\": {\"item\": \"tea\"}, \"tea\": \"\\u8336\", \"price\": 3, \"tuple\": [1, 0.5]}");
        assertThat(answered.log().text())
                .containsPattern("\\[WARNING]\\t\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\t[0-9a-f-]{36}\\tone\\ntwo\\n");
        assertThat(lambda.invoke("{\"do\":\"bytes\"}").payload().text()).isEqualTo("raw");
    }

    @Test
    void a_callers_context_reaches_the_function() {
        create("orders.api.handler");

        JsonNode context = lambda.answer("{\"do\":\"context\"}", "{\"custom\":{\"source\":\"a warmer\"}}");

        assertThat(context.path("custom").path("source").asText()).isEqualTo("a warmer");
    }

    @Test
    void the_context_and_the_variables_tell_what_AWS_tells() {
        create("orders.api.handler");

        JsonNode context = lambda.answer("{\"do\":\"context\"}");
        JsonNode variables = lambda.answer("{\"do\":\"variables\"}");

        assertThat(context.path("function_name").asText()).isEqualTo("f");
        assertThat(context.path("function_version").asText()).isEqualTo("$LATEST");
        assertThat(context.path("memory_limit_in_mb").asText()).isEqualTo("512");
        assertThat(context.path("invoked_function_arn").asText()).endsWith(":function:f");
        assertThat(context.path("log_group_name").asText()).isEqualTo("/aws/lambda/f");
        assertThat(context.path("log_stream_name").asText())
                .isEqualTo(variables.path("AWS_LAMBDA_LOG_STREAM_NAME").asText());
        assertThat(context.path("aws_request_id").asText()).hasSize(36);
        assertThat(context.path("remaining").asInt()).isBetween(1, 60_000);
        assertThat(context.path("repr").asText()).startsWith("LambdaContext([aws_request_id=");
        assertThat(variables.path("AWS_EXECUTION_ENV").asText()).isEqualTo("AWS_Lambda_" + runtime);
        assertThat(variables.path("_HANDLER").asText()).isEqualTo("orders.api.handler");
        assertThat(variables.path("GREETING").asText()).isEqualTo("hello");
        assertThat(variables.path("LAMBDA_TASK_ROOT")).isEqualTo(variables.path("cwd"));
        assertThat(variables.path("path").get(0)).isEqualTo(variables.path("cwd"));
        assertThat(variables.path("where").asText()).isEqualTo("layer");
    }

    @Test
    void an_exception_is_reported_as_on_AWS_and_the_environment_lives_on() {
        create("orders.api.handler");

        JsonNode error = lambda.error("{\"do\":\"throw\"}");

        assertThat(error.path("errorType").asText()).isEqualTo("Refused");
        assertThat(error.path("errorMessage").asText()).isEqualTo("no tea");
        assertThat(error.path("requestId").asText()).hasSize(36);
        assertThat(error.path("stackTrace")).hasSize(1);
        assertThat(error.path("stackTrace").get(0).asText())
                .matches(
                        "(?s)  File \".*/orders/api\\.py\", line \\d+, in handler\n    raise Refused\\(\"no tea\"\\)\n");
        assertThat(lambda.error("{\"do\":\"object\"}").path("errorType").asText())
                .isEqualTo("Runtime.MarshalError");
        assertThat(lambda.error("{\"do\":\"exit\"}").path("errorMessage").asText())
                .endsWith("Error: Runtime exited with error: exit status 3");
        assertThat(lambda.answer("{}").path("got").isObject()).isTrue();
    }

    @Test
    void a_handler_that_cannot_be_loaded_is_reported_as_on_AWS() {
        create("needs.handler");

        JsonNode error = lambda.error("{}");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ImportModuleError");
        assertThat(error.path("errorMessage").asText())
                .isEqualTo("Unable to import module 'needs': No module named 'not_there'");
    }

    @Test
    void what_fails_in_INIT_is_reported_with_its_place() {
        create("fails.handler");

        var answered = lambda.invoke("{}");

        assertThat(answered.payload().text()).contains("\"ValueError\"", "\"package\"", "fails.py");
        assertThat(answered.log().text()).contains("[ERROR] ValueError: package");
    }

    @Test
    void a_syntax_error_has_a_name_of_its_own() {
        create("broken.handler");
        assertThat(lambda.error("{}").path("errorType").asText()).isEqualTo("Runtime.UserCodeSyntaxError");
    }

    @Test
    void a_missing_function_has_a_name_of_its_own() {
        create("orders.api.nowhere");

        JsonNode error = lambda.error("{}");

        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.HandlerNotFound");
        assertThat(error.path("errorMessage").asText()).isEqualTo("Handler 'nowhere' missing on module 'orders.api'");
    }
}
