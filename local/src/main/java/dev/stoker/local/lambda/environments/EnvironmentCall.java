// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An invocation on its way to an environment.
 *
 * @param requestId AWS's id of the request
 * @param version the version to run
 * @param invokedArn the ARN with the caller's qualifier
 * @param payload the event
 * @param warmEvent whether the event is a warm event
 * @param logTail whether the caller requests the log
 * @param clientContext what the caller tells about itself, JSON
 * @param whenDone receives the outcome, once
 */
record EnvironmentCall(
        String requestId,
        FunctionVersion version,
        String invokedArn,
        Payload payload,
        boolean warmEvent,
        boolean logTail,
        Optional<String> clientContext,
        Consumer<InvokeOutcome> whenDone) {

    void answered(Payload answer, boolean functionError, Payload log) {
        whenDone.accept(new InvokeOutcome.Answered(requestId, version.version(), answer, functionError, log));
    }

    void refused(AwsError error) {
        whenDone.accept(new InvokeOutcome.Refused(requestId, error));
    }
}
