// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Terminal;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.states.run.ExecutionObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** An embedded AWS with a sample that starts in 300 ms, and its live page. */
record Watched(LocalAws aws, LiveEvents events, LivePage page) implements AutoCloseable {
    private static final long MINUTE_MILLIS = 60_000;

    static Watched start() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Console console =
                new Console(printed, printed, new Terminal(false, false, 80, false), StandardCharsets.UTF_8, false);
        LocalSettings settings = new LocalSettings(
                true,
                1000,
                Optional.empty(),
                Map.of("SAMPLE_START_MILLIS", "300"),
                Optional.empty(),
                Faults.none(1),
                false);
        LiveEvents events = new LiveEvents();
        ExecutionObserver executions = events::on;
        LambdaObserver environments = events::on;
        LocalAws aws =
                LocalAws.start(console, settings, Optional.empty(), as -> as.watchedBy(executions, environments));
        return new Watched(aws, events, LivePage.start(aws, events, MINUTE_MILLIS, 0));
    }

    URI address() {
        return page.address();
    }

    @Override
    public void close() {
        page.close();
        aws.close();
    }
}
