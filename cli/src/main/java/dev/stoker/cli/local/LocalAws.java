// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stack;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.time.Timeline;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The embedded AWS of this process, with infra/template.yaml deployed; ends with the process at the latest. */
public final class LocalAws implements AutoCloseable {
    /** The name of the stack. */
    public static final String STACK = "stoker";

    private final EmbeddedAws aws;
    private final Account account;
    private final Thread onExit;
    private final Map<String, String> outputs;
    private final String function;

    /**
     * Starts it and deploys. The schedule is there and paused: see {@link #schedule}.
     *
     * @param region empty for us-east-1
     * @param special what the command wants otherwise than AWS has it, such as other minutes
     * @throws Failure if it cannot be started or nothing deployed
     */
    public static LocalAws start(
            Console console,
            LocalSettings settings,
            Optional<String> region,
            UnaryOperator<EmbeddedAwsSettings> special) {
        if (settings.withFaults()) {
            console.note("Faults: " + settings.faults() + " (the seed brings the same ones again)");
        }
        Account account =
                region.map(name -> new Account(name, Account.DEFAULT.id())).orElse(Account.DEFAULT);
        EmbeddedAws aws = EmbeddedAws.start(special.apply(EmbeddedAwsSettings.withSeed(
                        settings.faults().seed())
                .in(settings.environments())
                .lambda(LambdaSettings.with(settings.faults())
                        .account(account)
                        .accountConcurrency(settings.accountConcurrency()))
                .tellingFailuresTo(trouble -> {
                    console.note(
                            trouble instanceof AwsError refused
                                    ? "stoker: " + OneLine.sentence(refused.getMessage())
                                    : "stoker: an error inside the embedded AWS: " + OneLine.of(trouble.toString()));
                    console.debug(trouble);
                })));
        try {
            return new LocalAws(aws, account, settings);
        } catch (RuntimeException undeployed) {
            aws.close();
            throw undeployed;
        }
    }

    private LocalAws(EmbeddedAws aws, Account account, LocalSettings settings) {
        this.aws = aws;
        this.account = account;
        this.onExit = new Thread(aws::close, "end-embedded-aws");
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            Map<String, String> parameters = new HashMap<>(Map.of("ScheduleState", "DISABLED"));
            Optional<String> own = settings.own().map(this::created);
            own.ifPresent(arn -> parameters.put("TargetArns", arn));
            Stack stack = aws.deployTemplate(Clone.root(), STACK, parameters);
            this.outputs = aws.call(stack::outputs);
            this.function = own.orElseGet(() -> outputs.get("SampleFunctionArn"));
            if (own.isEmpty() && !settings.variables().isEmpty()) {
                addVariables(settings.variables());
            }
            aws.call(() -> {
                aws.services().lambda().prepare(function);
                return function;
            });
        } catch (AwsError | IllegalStateException | UncheckedIOException refused) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NotDeployed",
                            "infra/template.yaml cannot be deployed to the embedded AWS: "
                                    + OneLine.sentence(refused.getMessage())
                                    + " If a file is missing, build it with mvn package.")
                    .causedBy(refused);
        }
    }

    private String created(OwnFunction own) {
        return aws.call(() -> aws.services().lambda().functions().create(own.definition()))
                .arn();
    }

    private void addVariables(Map<String, String> variables) {
        aws.call(() -> aws.services().lambda().functions().update(function, definition -> {
            Map<String, String> all = new HashMap<>(definition.variables());
            all.putAll(variables);
            return definition.withVariables(all);
        }));
    }

    /**
     * Answers by AWS's own interfaces from now on, on this machine alone. To be called once.
     *
     * @param port 0 for any that is free
     * @return how the commands reach it
     * @throws Failure if the port cannot be had
     */
    public AwsSettings listen(int port) {
        try {
            return AwsSettings.embedded(aws.listen(port), account.region());
        } catch (UncheckedIOException taken) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NotStarted",
                            "The embedded AWS cannot be started on port " + port + ": "
                                    + OneLine.sentence(taken.getCause().getMessage())
                                    + " Look what else listens there, or choose another port.")
                    .causedBy(taken);
        }
    }

    /** Its region. */
    public String region() {
        return account.region();
    }

    /** The stack's outputs by name. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** The function that is kept warm: the sample, or one's own. */
    public String function() {
        return function;
    }

    /** The schedule that the template made. */
    public LocalSchedule schedule() {
        return new LocalSchedule(aws);
    }

    /** The one clock and queue of events. */
    public Timeline timeline() {
        return aws.timeline();
    }

    /** A user's request, sent now; from within an event, in the next one. */
    public CompletableFuture<InvokeOutcome> invoke(String payload) {
        return aws.invoke(InvokeRequest.of(function, Payload.of(payload)));
    }

    /** Ends it with all its environments. */
    @Override
    public void close() {
        aws.close();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException ending) {
            // ctrl-C came first: the hook does the same.
        }
    }
}
