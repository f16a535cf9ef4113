// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Explains errors that AWS returned. Each service has its own names for the same few errors. */
final class ServiceTrouble {
    private static final Set<String> NO_PERMISSION =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> NOT_ACCEPTED = Set.of(
            "AuthFailure",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    /** The prefix of the HTTP status if the answer has no error name, for example a page of a proxy. */
    private static final String NAMELESS = "HTTP ";

    /**
     * The message of all services: who, which action, on which resource. The first part is left out, because it may
     * contain the name of a session.
     */
    private static final Pattern NOT_AUTHORIZED = Pattern.compile("perform: (\\S+?)(?: on resource: (\\S+))?(?:\\s|$)");

    private ServiceTrouble() {}

    static Failure explain(AwsServiceException refused, AwsCall call) {
        String code = code(refused);
        if (NO_PERMISSION.contains(code)) {
            return noPermission(refused, call);
        }
        if (EXPIRED.contains(code)) {
            return expired();
        }
        if (NOT_ACCEPTED.contains(code)) {
            // The message is not shown, because it may contain the signed request.
            return Failure.failed(
                    "Stoker.CredentialsRefused",
                    "AWS does not accept these credentials (" + code
                            + "). Check the keys, their partition, that the region is enabled, and this machine's"
                            + " clock.");
        }
        if (refused.isThrottlingException()) {
            return Failure.failed(
                    "Stoker.Throttled",
                    "AWS throttled " + call.action() + " on " + call.resource()
                            + ". Nothing was started; try again in a minute.");
        }
        if (refused.statusCode() >= 500) {
            return Failure.failed(
                    "Stoker.ServiceError",
                    "AWS could not process " + call.action() + " (" + code + ", HTTP " + refused.statusCode() + "). "
                            + call.afterLoss());
        }
        return Failure.failed(
                code.startsWith(NAMELESS) ? "Stoker.ServiceError" : code,
                "AWS refused " + call.action() + " on " + call.resource() + ": " + message(refused));
    }

    static Failure expired() {
        return Failure.failed(
                "Stoker.CredentialsExpired",
                "The AWS credentials have expired. Renew them, for a single sign-on with aws sso login.");
    }

    /** The error's name in the service's answer, or the HTTP status if there is no name. */
    static String code(AwsServiceException refused) {
        String code = refused.awsErrorDetails() == null
                ? null
                : refused.awsErrorDetails().errorCode();
        return code == null || code.isEmpty() ? NAMELESS + refused.statusCode() : OneLine.of(code);
    }

    /** The service's message, as a sentence. */
    private static String message(AwsServiceException refused) {
        String message = refused.awsErrorDetails() == null
                ? ""
                : OneLine.sentence(refused.awsErrorDetails().errorMessage());
        return message.isEmpty() ? code(refused) + "." : message;
    }

    private static Failure noPermission(AwsServiceException refused, AwsCall call) {
        Matcher words = NOT_AUTHORIZED.matcher(message(refused));
        boolean found = words.find();
        String action = found ? words.group(1) : call.action();
        String resource = found && words.group(2) != null ? words.group(2) : call.resource();
        return Failure.failed(
                "Stoker.NoPermission",
                "These credentials do not allow " + action + " on " + resource
                        + ". Allow it in the IAM policy, or use other credentials with --profile.");
    }
}
