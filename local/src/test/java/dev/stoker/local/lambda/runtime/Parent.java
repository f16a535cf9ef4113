// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.Packages;
import dev.stoker.local.lambda.RealLambda;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.io.IOException;

/** A JVM that starts an environment, tells its process id, keeps it busy, and waits to be killed. */
final class Parent {
    private Parent() {}

    public static void main(String[] args) throws IOException {
        RealLambda lambda = new RealLambda(LambdaSettings.with(Faults.none(1)), Runtimes.Kind.PROCESS);
        lambda.create(FunctionDefinition.of(
                        "probe", "java17", "dev.stoker.local.probe.Probe::handleRequest", Packages.probe())
                .withMemoryMegabytes(256)
                .withTimeoutSeconds(900));
        JsonNode first = RealLambda.json(lambda.invoke("probe", "{}").payload());
        var unused = lambda.send("probe", "{\"do\":\"wait\",\"millis\":600000}");
        System.out.println(first.path("pid").asLong());
        int end = System.in.read();
        System.exit(end);
    }
}
