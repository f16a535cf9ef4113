// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.Skip;
import dev.stoker.local.lambda.code.RawZip;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Functions that bring a program of their own: here the shell script of AWS's tutorial, with curl. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a bootstrap is a program for Linux")
class ProvidedRuntimeTest {
    private static final String BOOTSTRAP = """
            #!/bin/sh
            api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
            while true; do
              event=$(curl -sS -D "$LAMBDA_RUNTIME_DIR/head.$$" "$api/next")
              id=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([^[:space:]]*\\).*/\\1/Ip' "$LAMBDA_RUNTIME_DIR/head.$$")
              echo "serving $id"
              curl -sS -d "{\\"got\\":$event,\\"handler\\":\\"$_HANDLER\\",\\"env\\":\\"${AWS_EXECUTION_ENV:-none}\\"}" "$api/$id/response" >/dev/null
            done
            """;

    private final Interpreted lambda = new Interpreted();

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void the_packages_own_bootstrap_serves() {
        Skip.unless(
                Files.isExecutable(Path.of("/usr/bin/curl")),
                "a bootstrap of the package's own",
                "there is no /usr/bin/curl, which it uses");
        lambda.create("provided.al2023", "any", new RawZip().file("bootstrap", BOOTSTRAP, 0755));

        assertThat(lambda.answer("{\"a\":1}").toString())
                .isEqualTo("{\"got\":{\"a\":1},\"handler\":\"any\",\"env\":\"none\"}");
        assertThat(lambda.invoke("{}").log().text()).contains("serving ");
    }

    @Test
    void a_package_without_one_and_one_that_cannot_be_executed_are_reported_in_Lambdas_words() {
        lambda.create("provided.al2", "any", new RawZip().file("readme.txt", ""));

        assertThat(lambda.error("{}").path("errorType").asText()).isEqualTo("Runtime.InvalidEntrypoint");
        assertThat(lambda.error("{}").path("errorMessage").asText())
                .endsWith("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    }
}
