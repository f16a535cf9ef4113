// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The log of a stack. Each cycle writes an event with its whole output. */
public final class StackLog {
    /** The default of {@code --since}. */
    private static final Duration DEFAULT_BACK = Duration.ofHours(24);

    /** The prefix of the log group in infra/template.yaml. */
    private static final String GROUP = "/aws/vendedlogs/states/";

    /** The message if only errors are logged. */
    public static final String ONLY_ERRORS =
            "The log contains failed executions only; successful cycles are missing. On AWS, keep-warm writes each"
                    + " cycle to the log stream cycles; LocalStack does not support this.";

    /** The stream in which keep-warm writes each cycle. The other streams contain only errors. */
    private static final String CYCLES = "cycles";

    /**
     * Events of the log.
     *
     * @param messages their messages
     * @param onlyErrors whether none is from the stream of cycles, so that successful cycles are missing
     */
    public record Events(List<String> messages, boolean onlyErrors) {
        /** Copies the messages. */
        public Events {
            messages = List.copyOf(messages);
        }
    }

    private final AwsClients clients;
    private final String stack;

    /** The log of the stack of this name. */
    public StackLog(AwsClients clients, String stack) {
        this.clients = clients;
        this.stack = stack;
    }

    /**
     * How far back to read.
     *
     * @param text the value of {@code --since}; null for the default
     * @throws Failure if the text is not a duration
     */
    public static Duration back(@Nullable String text) {
        return text == null
                ? DEFAULT_BACK
                : Durations.read(text, "")
                        .filter(time -> !time.isZero())
                        .orElseThrow(() -> Failure.wrongUse("--since: must be a time, got \"" + text
                                + "\". Write a number with m, h or d, such as 24h."));
    }

    /**
     * All events since an instant.
     *
     * @throws Failure if the log does not exist or cannot be read
     */
    public Events since(Instant from) {
        String group = GROUP + stack;
        return AwsCall.reading("logs:FilterLogEvents", "log group " + group).make(() -> {
            try (CloudWatchLogsClient client = clients.logs()) {
                List<FilteredLogEvent> events = client
                        .filterLogEventsPaginator(ask -> ask.logGroupName(group).startTime(from.toEpochMilli()))
                        .events()
                        .stream()
                        .toList();
                return new Events(
                        events.stream().map(FilteredLogEvent::message).toList(),
                        events.stream().noneMatch(event -> CYCLES.equals(event.logStreamName())));
            } catch (ResourceNotFoundException none) {
                throw new Failure(
                                ExitCode.FAILED,
                                "Stoker.NoSuchStack",
                                "--stack: must be a stack of this account and region, made from infra/template.yaml,"
                                        + " got \""
                                        + stack + "\", which has no log group " + group
                                        + ". Check --region and --profile.")
                        .causedBy(none);
            }
        });
    }
}
