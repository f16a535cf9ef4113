// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** The errors that the service answers with, in AWS's words. Source: Lambda API reference and answers seen. */
final class Refusals {
    private Refusals() {}

    static LambdaException functionNotFound(String arn) {
        return new LambdaException("ResourceNotFoundException", 404, "Function not found: " + arn, null);
    }

    static LambdaException aliasNotFound(String arn) {
        return new LambdaException("ResourceNotFoundException", 404, "Cannot find alias arn: " + arn, null);
    }

    static LambdaException layerNotFound() {
        return new LambdaException(
                "ResourceNotFoundException", 404, "The resource you requested does not exist.", null);
    }

    static LambdaException exists(String what) {
        return new LambdaException("ResourceConflictException", 409, what, null);
    }

    static LambdaException invalid(String message) {
        return new LambdaException("InvalidParameterValueException", 400, message, null);
    }

    static LambdaException requestTooLarge(long limit) {
        return new LambdaException(
                "RequestTooLargeException",
                413,
                "Request must be smaller than " + limit + " bytes for the InvokeFunction operation",
                null);
    }

    static LambdaException notJson(String why) {
        return new LambdaException(
                "InvalidRequestContentException", 400, "Could not parse request body into json: " + why, null);
    }

    static LambdaException throttled(String reason) {
        return new LambdaException("TooManyRequestsException", 429, "Rate Exceeded.", reason);
    }

    static LambdaException serviceError() {
        return new LambdaException(
                "ServiceException", 500, "An error occurred and the request cannot be processed.", null);
    }
}
