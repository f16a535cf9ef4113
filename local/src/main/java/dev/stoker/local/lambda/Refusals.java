// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;

/** The errors of the service, with AWS's messages. Source: Lambda API reference and observed answers. */
final class Refusals {
    private Refusals() {}

    static AwsError functionNotFound(String arn) {
        return new AwsError("ResourceNotFoundException", 404, "Function not found: " + arn);
    }

    static AwsError aliasNotFound(String arn) {
        return new AwsError("ResourceNotFoundException", 404, "Cannot find alias arn: " + arn);
    }

    static AwsError otherRevision() {
        return new AwsError(
                "PreconditionFailedException",
                412,
                "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to"
                        + " retrieve the latest Revision Id");
    }

    static AwsError layerNotFound() {
        return new AwsError("ResourceNotFoundException", 404, "The resource you requested does not exist.");
    }

    static AwsError exists(String what) {
        return new AwsError("ResourceConflictException", 409, what);
    }

    static AwsError invalid(String message) {
        return new AwsError("InvalidParameterValueException", 400, message);
    }

    static AwsError requestTooLarge(long limit) {
        return new AwsError(
                "RequestTooLargeException",
                413,
                "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
    }

    static AwsError notJson(String why) {
        return new AwsError("InvalidRequestContentException", 400, "Could not parse request body into json: " + why);
    }

    static AwsError serviceError() {
        return new AwsError("ServiceException", 500, "An error occurred and the request cannot be processed.");
    }
}
