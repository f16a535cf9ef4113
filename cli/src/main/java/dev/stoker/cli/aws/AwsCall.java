// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call to AWS, with the data for error messages.
 *
 * @param action the IAM action that it needs, such as {@code states:StartSyncExecution}
 * @param resource the resource of the call
 * @param caveat what may have happened if there was no answer, a sentence; empty if the call changes nothing
 */
public record AwsCall(String action, String resource, String caveat) {
    /** A call that only reads. */
    public static AwsCall reading(String action, String resource) {
        return new AwsCall(action, resource, "");
    }

    /** What to do if there was no answer, a sentence. */
    String afterLoss() {
        return caveat.isEmpty() ? "Try again." : caveat;
    }

    /**
     * Makes the call. This may create the client.
     *
     * @throws dev.stoker.cli.output.Failure if it fails, with the reason and a remedy
     */
    public <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            throw ServiceTrouble.explain(refused, this).causedBy(refused);
        } catch (SdkException lost) {
            throw ClientTrouble.explain(lost, this).causedBy(lost);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException broken) {
            throw SettingsTrouble.explain(broken)
                    .map(failure -> (RuntimeException) failure.causedBy(broken))
                    .orElse(broken);
        }
    }
}
