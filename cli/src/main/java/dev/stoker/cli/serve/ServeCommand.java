// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalOptions;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OutputOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker serve}. */
@Command(
        name = "serve",
        description = {
            "Run the embedded AWS for the AWS CLI and SDKs, with infra/template.yaml deployed as stack "
                    + LocalAws.STACK + " and its schedule enabled. Ctrl-C stops it."
        },
        customSynopsis = "stoker serve [--port N] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker serve",
            "  stoker serve --port 0 --json",
            "",
            "Exit codes: 1 failed, 2 wrong use, 130 stopped by Ctrl-C."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final long HIGHEST_PORT = 65_535;

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1; 0 selects a free port (4580).")
    private Long port = 4580L;

    @ArgGroup(validate = false, heading = "The embedded AWS:%n")
    private final LocalOptions local = new LocalOptions();

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console. */
    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Failure.wrongUse("--port: must be 0 to 65535, got " + port + ". Write 0 for a free port.");
        }
        LocalSettings settings = local.settings();
        try (LocalAws started = LocalAws.start(
                console,
                settings,
                aws.embeddedRegion(),
                as -> as.watchedBy(new CycleNotes(console), new FailureNotes(console)))) {
            started.schedule().enable(); // an update of the stack, before anybody else can ask for one
            URI endpoint = started.listen(port.intValue());
            if (output.json()) {
                console.document(json(started, endpoint));
            } else {
                new ServeScreen(console).show(started, endpoint);
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE.code();
    }

    private static String json(LocalAws aws, URI endpoint) {
        ObjectNode document = Json.object();
        document.put("endpoint", endpoint.toString());
        document.put("region", aws.region());
        document.put("stack", LocalAws.STACK);
        document.put("function", aws.function());
        ObjectNode outputs = document.putObject("outputs");
        for (Map.Entry<String, String> output : aws.outputs().entrySet()) {
            outputs.put(output.getKey(), output.getValue());
        }
        return document.toString();
    }
}
