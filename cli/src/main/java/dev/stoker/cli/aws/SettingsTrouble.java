// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * Explains errors in the AWS settings of this machine: config files, sign-ins, commands that provide credentials. The
 * SDK throws general Java exceptions for most of them.
 */
final class SettingsTrouble {
    private static final String SDK = "software.amazon.awssdk.";
    private static final String OURS = "dev.stoker.";

    private SettingsTrouble() {}

    /** The failure, if the SDK threw this exception. Empty for any other exception. */
    static Optional<Failure> explain(RuntimeException broken) {
        return isTheSdks(broken) ? Optional.of(failure(broken)) : Optional.empty();
    }

    /** Whether a sign-in is missing, according to the SDK's message about the token. */
    static boolean isNotSignedIn(Throwable trouble) {
        return ClientTrouble.causes(trouble)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("SSO token") || message.contains("sso/cache"));
    }

    /** The failure for a missing sign-in. */
    static Failure notSignedIn() {
        return Failure.failed(
                "Stoker.NotSignedIn",
                "There is no valid sign-in for this profile. Sign in with aws sso login, with --profile if the profile"
                        + " has a name.");
    }

    private static Failure failure(RuntimeException broken) {
        if (isNotSignedIn(broken)) {
            return notSignedIn();
        }
        String message = String.valueOf(broken.getMessage());
        if (message.contains("process-based credentials")) {
            return Failure.failed(
                    "Stoker.NoCredentials",
                    "The credential_process command of this profile returned no credentials: "
                            + OneLine.sentence(innermost(broken))
                            + " Run that command by hand, and correct it or the profile.");
        }
        if (message.contains("login_session")) {
            return Failure.failed(
                    "Stoker.NoCredentials",
                    "This profile signs in with aws login, which stoker does not support. Export its credentials: eval"
                            + " \"$(aws configure export-credentials --format env)\", with --profile if the profile"
                            + " has a name.");
        }
        return Failure.failed(
                "Stoker.InvalidAwsSettings",
                "The AWS settings of this machine cannot be used: " + OneLine.sentence(message)
                        + " Correct the profile in " + ProfileFileLocation.configurationFilePath() + " or "
                        + ProfileFileLocation.credentialsFilePath()
                        + " (text in UTF-8 without a byte order mark), or choose another profile with --profile.");
    }

    private static String innermost(Throwable trouble) {
        return ClientTrouble.causes(trouble)
                .reduce((outer, inner) -> inner)
                .map(cause -> String.valueOf(cause.getMessage()))
                .orElseThrow();
    }

    /** Whether the innermost stack frame is in the SDK. */
    private static boolean isTheSdks(Throwable broken) {
        return Arrays.stream(broken.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(SDK) || name.startsWith(OURS))
                .findFirst()
                .filter(name -> name.startsWith(SDK))
                .isPresent();
    }
}
