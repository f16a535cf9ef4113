// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.input.ProtocolOption;
import dev.stoker.cli.input.WarmProtocol;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.FunctionSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe what to keep warm. */
final class WorkloadOptions {
    private static final long MANY = 10_000;
    private static final long MOST_REQUESTS = 1_000_000;
    private static final String LEARNED_HOLD_MILLIS = "100";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments to keep warm at all times, or outside all windows, 1 to "
                    + CycleLimits.MOST_ENVIRONMENTS_TEXT + ".")
    private Long concurrency;

    @Option(
            names = "--window",
            paramLabel = "W",
            description = "Another number for a part of each week, such as \"" + Window.EXAMPLE
                    + "\"; can be repeated. Outside all windows it is --concurrency, or none.")
    private List<String> windows = new ArrayList<>();

    @Option(names = "--interval", paramLabel = "TIME", description = "The time between two cycles, 1m or more (4m).")
    private String interval = "4m";

    @Option(
            names = "--hold",
            paramLabel = "MS",
            description = "The hold of a sleep task, 1 to " + CycleLimits.MOST_HOLD_MILLIS
                    + " ms. The estimate counts the whole hold for each task, which is an upper"
                    + " bound (100; with another protocol the hold that its functions have by themselves, or "
                    + CycleLimits.FIRST_HOLD_MILLIS + " if the event contains the hold).")
    private @Nullable String hold;

    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    @SuppressWarnings("unused") // Picocli calls it.
    @Option(names = "--hold-millis", hidden = true, description = "The name of --hold in stoker run.")
    private void setHoldMillis(Long millis) {
        hold = Long.toString(millis);
    }

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds of a cycle, 1 to " + CycleLimits.MOST_ROUNDS + "; a learned hold needs 1 (1).")
    private Long rounds = 1L;

    @Option(
            names = "--max-spare",
            paramLabel = "K",
            description = "Spare slots of a round, 0 to " + CycleLimits.MOST_SPARES
                    + ", as in the field maxSpare. The estimate counts all of them, which"
                    + " is an upper bound (a tenth of the environments, at least 1).")
    private Long maxSpare;

    @Option(names = "--memory", paramLabel = "MB", description = "The function's memory, 128 to 10240 (512).")
    private Long memory = 512L;

    @Option(
            names = "--architecture",
            paramLabel = "ARCH",
            description = "The function's architecture, x86_64 or arm64 (x86_64).")
    private String architecture = "x86_64";

    @Option(names = "--init", paramLabel = "TIME", description = "The time that the function's cold start takes (2s).")
    private String init = "2s";

    @Option(
            names = "--lifetime",
            paramLabel = "TIME",
            description =
                    "The time after which Lambda ends even a busy environment, so that you pay for INIT again (2h).")
    private String lifetime = "2h";

    @Option(
            names = "--requests-per-second",
            paramLabel = "R",
            description = "Users' requests. With it, the estimate shows how many of them the holds displace.")
    private Double requests;

    @Option(
            names = "--request-duration",
            paramLabel = "TIME",
            description = "The time that a user's request takes (100ms).")
    private String request = "100ms";

    @Option(names = "--alarms", paramLabel = "N", description = "The number of CloudWatch alarms (5).")
    private Long alarms = 5L;

    @Option(
            names = "--metrics",
            paramLabel = "N",
            description = "Custom metrics, written once per cycle (0; AWS's own metrics are free).")
    private Long metrics = 0L;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "The log level of the state machines, ERROR or ALL (ERROR).")
    private String logLevel = "ERROR";

    /**
     * The defaults of all options for a number of environments.
     *
     * @param environments 1 to 10,000
     */
    static Workload usual(long environments, FunctionSize size) {
        WorkloadOptions options = new WorkloadOptions();
        options.concurrency = environments;
        options.memory = size.memoryMb();
        options.architecture = size.architecture().text();
        return options.workload();
    }

    /**
     * Checks the options.
     *
     * @throws Failure with all problems
     */
    Workload workload() {
        Problems problems = new Problems();
        WarmProtocol warmProtocol = protocol.protocol();
        List<Window> parts = windows(problems);
        long outside = outside(problems);
        Workload work = new Workload(
                outside,
                parts,
                WeekPlan.of(outside, parts),
                problems.duration("--interval", interval, "", Duration.ofMinutes(1), Duration.ofDays(7)),
                problems.duration(
                        "--hold",
                        hold == null ? defaultHold(warmProtocol) : hold,
                        "ms",
                        Duration.ofMillis(1),
                        Duration.ofMillis(CycleLimits.MOST_HOLD_MILLIS)),
                FunctionSize.read(memory, architecture, problems),
                problems.duration("--init", init, "ms", Duration.ofMillis(1), Duration.ofMinutes(15)),
                problems.duration("--lifetime", lifetime, "", Duration.ofMinutes(5), Duration.ofDays(30)),
                problems.within("--rounds", rounds, 1, CycleLimits.MOST_ROUNDS, "A learned hold needs 1."),
                spares(problems, warmProtocol),
                problems.within("--alarms", alarms, 0, MANY, "infra/template.yaml creates a few."),
                problems.within("--metrics", metrics, 0, MANY, "AWS's own cost nothing."),
                logAll(problems),
                users(problems));
        if (work.plan().most() == 0) {
            problems.add(
                    "--concurrency",
                    "is required",
                    "nothing",
                    "Give --concurrency N, or --window \"" + Window.EXAMPLE + "\".");
        }
        problems.refuse("This month cannot be estimated. See --help.");
        return work;
    }

    private long outside(Problems problems) {
        return concurrency == null
                ? 0
                : problems.within(
                        "--concurrency",
                        concurrency,
                        1,
                        CycleLimits.MOST_ENVIRONMENTS,
                        "Leave it out for no environments outside all windows.");
    }

    private List<Window> windows(Problems problems) {
        List<Window> read = new ArrayList<>();
        for (String text : windows) {
            Window.read(text)
                    .filter(window -> window.concurrency() <= CycleLimits.MOST_ENVIRONMENTS)
                    .ifPresentOrElse(
                            read::add,
                            () -> problems.add(
                                    "--window",
                                    "must be days, hours and 0 to " + CycleLimits.MOST_ENVIRONMENTS_TEXT
                                            + " environments",
                                    text,
                                    "For example: \"" + Window.EXAMPLE + "\" or \"SAT,SUN 22:30-06=20\"."));
        }
        return read;
    }

    /** A learned hold is an assumption. If answers do not contain arrivals, it is the state machine's first hold. */
    private static String defaultHold(WarmProtocol protocol) {
        if (protocol == WarmProtocol.STOKER) {
            return LEARNED_HOLD_MILLIS;
        }
        return Long.toString(protocol.holdsByEvent() ? CycleLimits.FIRST_HOLD_MILLIS : protocol.ownHoldMillis());
    }

    /** There are spare slots only if answers contain arrivals. */
    private Spares spares(Problems problems, WarmProtocol protocol) {
        return new Spares(
                maxSpare == null
                        ? protocol == WarmProtocol.STOKER ? OptionalLong.empty() : OptionalLong.of(0)
                        : OptionalLong.of(problems.within(
                                "--max-spare", maxSpare, 0, CycleLimits.MOST_SPARES, "0 switches them off.")));
    }

    private boolean logAll(Problems problems) {
        if (!logLevel.equals("ERROR") && !logLevel.equals("ALL")) {
            problems.add("--log-level", "must be ERROR or ALL", logLevel, "infra/template.yaml has ERROR.");
        }
        return logLevel.equals("ALL");
    }

    private Users users(Problems problems) {
        return new Users(
                requests == null
                        ? 0
                        : problems.positive(
                                "--requests-per-second",
                                requests,
                                MOST_REQUESTS,
                                "Leave it out, or give the mean of the month."),
                problems.duration("--request-duration", request, "ms", Duration.ofMillis(1), Duration.ofMinutes(15)));
    }
}
