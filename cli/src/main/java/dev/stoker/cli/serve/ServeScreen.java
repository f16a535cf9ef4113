// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.serve;

import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.output.Console;
import java.net.URI;
import java.util.Map;

/** Prints the address of the embedded AWS, the deployed resources, and how to call it. */
final class ServeScreen {
    private final Console console;

    ServeScreen(Console console) {
        this.console = console;
    }

    void show(LocalAws aws, URI endpoint, URI page) {
        Map<String, String> outputs = aws.outputs();
        console.say("The embedded AWS is running: infra/template.yaml is deployed as stack " + LocalAws.STACK
                + ", and its schedule is " + aws.schedule().expression() + ".");
        console.say("");
        row("live page", page.toString());
        row("endpoint", endpoint.toString());
        row("KeepWarmArn", aws.keepWarm());
        row("FanOutArn", outputs.getOrDefault("FanOutArn", ""));
        row(outputs.containsKey("SampleFunctionArn") ? "SampleFunctionArn" : "function", aws.function());
        console.say("");
        console.say("From another terminal, in a POSIX shell:");
        console.say("");
        console.say("  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=" + aws.region()
                + " AWS_DEFAULT_REGION=" + aws.region() + " AWS_DISABLE_HOST_PREFIX_INJECTION=true");
        console.say("  aws --endpoint-url " + endpoint
                + " stepfunctions start-sync-execution --state-machine-arn " + outputs.get("KeepWarmArn")
                + " --input '{\"function\":\"" + aws.function() + "\",\"concurrency\":3}'");
        console.say("");
        console.say("Ctrl-C stops it and all its environments.");
    }

    private void row(String name, String value) {
        console.say(String.format("%-18s %s", name, value));
    }
}
