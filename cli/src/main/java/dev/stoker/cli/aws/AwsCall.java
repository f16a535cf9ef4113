// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.UncheckedIOException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call to AWS, as far as its troubles have to name it.
 *
 * @param action the IAM action it needs, such as {@code states:StartSyncExecution}
 * @param resource what it is about
 * @param caveat what to know when no answer came, a sentence; empty where a lost call changes nothing
 */
public record AwsCall(String action, String resource, String caveat) {
    /** A call that only reads. */
    public static AwsCall reading(String action, String resource) {
        return new AwsCall(action, resource, "");
    }

    /** What to do when no answer came, a sentence. */
    String afterLoss() {
        return caveat.isEmpty() ? "Try again." : caveat;
    }

    /**
     * Makes the call, clients built on the way included.
     *
     * @throws dev.stoker.cli.output.Failure if it fails: the trouble as a sentence with its remedy
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
