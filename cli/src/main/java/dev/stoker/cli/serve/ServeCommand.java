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
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.watch.LiveEvents;
import dev.stoker.cli.watch.LivePage;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.states.run.ExecutionObserver;
import java.io.IOException;
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
                    + LocalAws.STACK + " and its schedule enabled. Ctrl-C stops it.",
            "A live page shows the environments as they start, work and end, with buttons for users and cycles."
        },
        customSynopsis = "stoker serve [--port N] [--page-port N] [OPTIONS]",
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
    private static final long MINUTE_MILLIS = 60_000;

    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1; 0 selects a free port (4580).")
    private Long port = 4580L;

    @Option(
            names = "--page-port",
            paramLabel = "N",
            description = "The port of the live page on 127.0.0.1; 0 selects a free port (the one after --port if it is"
                    + " free).")
    private Long pagePort;

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
        requirePort("--port", port);
        if (pagePort != null) {
            requirePort("--page-port", pagePort);
        }
        LiveEvents events = new LiveEvents();
        LocalSettings settings = local.settings();
        try (LocalAws started = LocalAws.start(
                        console,
                        settings,
                        aws.embeddedRegion(),
                        as -> as.watchedBy(
                                ExecutionObserver.both(new CycleNotes(console), events::on),
                                LambdaObserver.both(new FailureNotes(console), events::on)));
                LivePage page = page(started, events)) {
            started.schedule().enable(); // an update of the stack, before clients can request one
            URI endpoint = started.listen(port.intValue());
            if (output.json()) {
                console.document(json(started, endpoint, page.address()));
            } else {
                new ServeScreen(console).show(started, endpoint, page.address());
            }
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE.code();
    }

    private static void requirePort(String option, long value) {
        if (value < 0 || value > HIGHEST_PORT) {
            throw Failure.wrongUse(option + ": must be 0 to 65535, got " + value + ". Write 0 for a free port.");
        }
    }

    /** Without --page-port it is the port after the endpoint's, or any other, because the command prints it. */
    private LivePage page(LocalAws aws, LiveEvents events) {
        if (pagePort == null && port > 0 && port < HIGHEST_PORT) {
            try {
                return LivePage.start(aws, events, MINUTE_MILLIS, port.intValue() + 1);
            } catch (IOException taken) {
                return pageAt(aws, events, 0);
            }
        }
        return pageAt(aws, events, pagePort == null ? 0 : pagePort.intValue());
    }

    private static LivePage pageAt(LocalAws aws, LiveEvents events, int wanted) {
        try {
            return LivePage.start(aws, events, MINUTE_MILLIS, wanted);
        } catch (IOException taken) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NotStarted",
                            "The live page cannot be started on port " + wanted + ": "
                                    + OneLine.sentence(taken.getMessage())
                                    + " Another program may use this port. Choose another one with --page-port.")
                    .causedBy(taken);
        }
    }

    private static String json(LocalAws aws, URI endpoint, URI page) {
        ObjectNode document = Json.object();
        document.put("endpoint", endpoint.toString());
        document.put("page", page.toString());
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
