// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** An alias at Lambda, and the versions of its function. */
final class LambdaAlias implements AutoCloseable {
    /** A version with SnapStart takes minutes until its snapshot is there; others take seconds. */
    private static final Duration LONGEST_PREPARATION = Duration.ofMinutes(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration CHANGE_WAIT = Duration.ofSeconds(10);

    private final FunctionName name;
    private final Pace pace;
    private final LambdaClient reads;
    private final LambdaClient changes;

    /**
     * @param name the function with the alias
     */
    LambdaAlias(AwsClients clients, FunctionName name, Pace pace) {
        this.name = name;
        this.pace = pace;
        this.reads =
                AwsCall.reading("lambda:GetAlias", "function " + name.text()).make(clients::lambda);
        this.changes = clients.lambdaOnce(CHANGE_WAIT);
    }

    FunctionName name() {
        return name;
    }

    String alias() {
        return name.qualifier().orElseThrow();
    }

    /**
     * Where it points.
     *
     * @throws Failure if there is no such alias, or if Lambda does not answer
     */
    AliasState read() {
        return AwsCall.reading("lambda:GetAlias", "function " + name.text()).make(() -> {
            try {
                GetAliasResponse found = reads.getAlias(
                        ask -> ask.functionName(name.unqualified()).name(alias()));
                return state(found.functionVersion(), found.routingConfig(), found.revisionId());
            } catch (ResourceNotFoundException missing) {
                throw new Failure(
                                ExitCode.WRONG_USE,
                                "Stoker.NoSuchAlias",
                                "alias: must exist in this account and region, got " + OneLine.of(name.text())
                                        + ". Check the name, --region and --profile, or create it with aws lambda"
                                        + " create-alias.")
                        .causedBy(missing);
            }
        });
    }

    private static AliasState state(String version, AliasRoutingConfiguration routing, String revision) {
        Map<String, Double> weights = routing == null ? Map.of() : routing.additionalVersionWeights();
        return new AliasState(version, weights, Optional.ofNullable(revision).orElse(""));
    }

    /**
     * Points it elsewhere, in one request without retries.
     *
     * @param revision the revision that it must have
     * @return empty if it has another revision: then nothing was changed
     * @throws Failure if Lambda refuses, or does not answer: then it may have been changed
     */
    Optional<AliasState> write(String version, Map<String, Double> weights, String revision) {
        AwsCall call = new AwsCall(
                "lambda:UpdateAlias",
                "function " + name.text(),
                "The alias may have been moved: see aws lambda get-alias.");
        return call.make(() -> {
            try {
                UpdateAliasResponse now = changes.updateAlias(change -> change.functionName(name.unqualified())
                        .name(alias())
                        .functionVersion(version)
                        .revisionId(revision)
                        .routingConfig(routing -> routing.additionalVersionWeights(weights)));
                return Optional.of(state(now.functionVersion(), now.routingConfig(), now.revisionId()));
            } catch (PreconditionFailedException moved) {
                return Optional.empty();
            }
        });
    }

    /**
     * Publishes $LATEST as soon as its last update has ended. An unchanged function is not published again: then this
     * is the last version.
     *
     * @return the version's number
     */
    String publish() {
        await(Optional.empty());
        return new AwsCall(
                        "lambda:PublishVersion",
                        "function " + name.unqualified(),
                        "A version may have been published: see aws lambda list-versions-by-function.")
                .make(() -> reads.publishVersion(ask -> ask.functionName(name.unqualified()))
                        .version());
    }

    /**
     * Waits until a version can be invoked.
     *
     * @throws Failure if there is no such version, or if it cannot be invoked
     */
    void await(String version) {
        await(Optional.of(version));
    }

    private void await(Optional<String> version) {
        Instant latest = pace.now().plus(LONGEST_PREPARATION);
        while (true) {
            GetFunctionConfigurationResponse found = readConfiguration(version);
            State state = found.state();
            boolean updated = found.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS;
            if (state == State.FAILED || (version.isEmpty() && found.lastUpdateStatus() == LastUpdateStatus.FAILED)) {
                throw notReady(version, "has failed: " + OneLine.sentence(found.stateReason()));
            }
            if (updated && state != State.PENDING) {
                return; // An inactive version becomes active with its first invocation.
            }
            if (!pace.now().isBefore(latest)) {
                throw notReady(version, "is not ready after " + LONGEST_PREPARATION.toMinutes() + " minutes.");
            }
            pace.pause(BETWEEN_LOOKS);
        }
    }

    private GetFunctionConfigurationResponse readConfiguration(Optional<String> version) {
        String named = name.unqualified() + version.map(number -> ":" + number).orElse("");
        return AwsCall.reading("lambda:GetFunctionConfiguration", "function " + named)
                .make(() -> {
                    try {
                        return reads.getFunctionConfiguration(
                                ask -> ask.functionName(name.unqualified()).qualifier(version.orElse(null)));
                    } catch (ResourceNotFoundException missing) {
                        throw new Failure(
                                        ExitCode.WRONG_USE,
                                        "Stoker.NoSuchFunction",
                                        "--to: must be a published version of the function, got " + OneLine.of(named)
                                                + ". See aws lambda list-versions-by-function, or use --to latest.")
                                .causedBy(missing);
                    }
                });
    }

    private Failure notReady(Optional<String> version, String why) {
        return new Failure(
                ExitCode.FAILED,
                "Stoker.VersionNotReady",
                "Version " + version.orElse("$LATEST") + " of " + OneLine.of(name.unqualified()) + " " + why
                        + " The alias was not moved. See aws lambda get-function-configuration.");
    }

    @Override
    public void close() {
        reads.close();
        changes.close();
    }
}
