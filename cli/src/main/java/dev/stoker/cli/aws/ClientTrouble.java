// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Explains errors that occurred before AWS answered: on this machine or in the network. */
final class ClientTrouble {
    private ClientTrouble() {}

    static Failure explain(SdkException lost, AwsCall call) {
        String message = String.valueOf(lost.getMessage());
        if (message.contains("Unable to load region")) {
            return Failure.failed(
                    "Stoker.NoRegion",
                    "No AWS region is set. Give --region, set AWS_REGION, or set the region in the profile.");
        }
        if (SettingsTrouble.isNotSignedIn(lost)) {
            return SettingsTrouble.notSignedIn();
        }
        if (message.toLowerCase(Locale.ROOT).matches("(?s).*\\b(token|session)\\b.*\\bexpired\\b.*")) {
            return ServiceTrouble.expired();
        }
        if (message.contains("Unable to load credentials") || message.contains("contained no credentials")) {
            return noCredentials();
        }
        return onTheWay(lost, call)
                .orElseGet(() -> Failure.failed(
                        "Stoker.ClientError",
                        "The call " + call.action() + " failed: " + OneLine.sentence(message)
                                + " Check --region, --profile and --endpoint-url. " + call.afterLoss()));
    }

    private static Failure noCredentials() {
        String profile = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
        if (!profile.equals("default")
                && ProfileFile.defaultProfileFile().profile(profile).isEmpty()) {
            return AwsClients.noSuchProfile("AWS_PROFILE", profile);
        }
        return Failure.failed(
                "Stoker.NoCredentials",
                "No AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile"
                        + " with --profile, or sign in with aws sso login.");
    }

    private static Optional<Failure> onTheWay(SdkException lost, AwsCall call) {
        Optional<Route> route = causes(lost)
                .filter(LostRequestException.class::isInstance)
                .map(cause -> ((LostRequestException) cause).route())
                .findFirst();
        return causes(lost)
                .map(cause -> onTheWay(cause, route, call))
                .flatMap(Optional::stream)
                .reduce((outer, inner) -> inner);
    }

    private static Optional<Failure> onTheWay(Throwable cause, Optional<Route> route, AwsCall call) {
        String message = OneLine.of(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return Optional.of(unreachable("the host " + message + " is not known", route));
        }
        if (cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || (cause instanceof SocketTimeoutException && message.startsWith("Connect"))) {
            return Optional.of(unreachable("the connection failed (" + message + ")", route));
        }
        if (cause instanceof SSLException) {
            return Optional.of(unreachable("no secure connection can be made (" + message + ")", route));
        }
        if (cause instanceof SocketTimeoutException
                || cause instanceof ApiCallTimeoutException
                || cause instanceof ApiCallAttemptTimeoutException) {
            return Optional.of(Failure.failed(
                    "Stoker.TimedOut",
                    call.action() + " did not respond in time" + way(route) + ". " + call.afterLoss()));
        }
        if (cause instanceof SocketException) {
            return Optional.of(Failure.failed(
                    "Stoker.ConnectionLost",
                    "The connection closed before " + call.action() + " responded (" + message + ")" + way(route) + ". "
                            + call.afterLoss()));
        }
        return cause instanceof LostRequestException
                        && route.flatMap(Route::proxy).isPresent()
                ? Optional.of(unreachable(message, route))
                : Optional.empty();
    }

    private static Failure unreachable(String why, Optional<Route> route) {
        return Failure.failed(
                "Stoker.Unreachable",
                "AWS cannot be reached" + route.map(way -> " " + way.words()).orElse("") + ": " + why + ". "
                        + route.map(Route::remedy)
                                .orElse("Check --endpoint-url or AWS_ENDPOINT_URL, --region, and the network."));
    }

    private static String way(Optional<Route> route) {
        return route.filter(way -> way.proxy().isPresent())
                .map(way -> " " + way.words())
                .orElse("");
    }

    /** An error and its causes, from the outermost to the innermost. */
    static Stream<Throwable> causes(Throwable outermost) {
        return Stream.iterate(outermost, cause -> cause != null, Throwable::getCause);
    }
}
