// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.s3.Buckets;
import java.util.Base64;
import java.util.Set;

/**
 * Reads a function's code from a request or from a bucket.
 *
 * @param buckets the account's buckets
 */
record CodeInput(Buckets buckets) {
    /** A request with a package of 50 MB in Base64. Source: the service's own error message. */
    static final long MOST_BYTES = 70_167_211;

    /** Source: Lambda developer guide, "Lambda quotas", deployment package. */
    private static final int LARGEST_PACKAGE = 52_428_800;

    static final Set<String> FIELDS = Set.of("ZipFile", "S3Bucket", "S3Key");

    /**
     * Reads it.
     *
     * @throws AwsError InvalidParameterValueException if there is no code, or if it cannot be unpacked
     */
    FunctionCode read(JsonNode code) {
        return Functions.readPackage(bytes(code));
    }

    private byte[] bytes(JsonNode code) {
        if (code.has("ZipFile")) {
            byte[] zip = decoded(code.get("ZipFile").asText());
            if (zip.length > LARGEST_PACKAGE) {
                throw Refusals.invalid("ZipFile: must be at most " + LARGEST_PACKAGE + " bytes, got " + zip.length
                        + ". Upload a larger package to S3.");
            }
            return zip;
        }
        if (!code.has("S3Bucket") || !code.has("S3Key")) {
            throw Refusals.invalid("Please provide a source for function code.");
        }
        try {
            return buckets.get(code.get("S3Bucket").asText(), code.get("S3Key").asText())
                    .bytes();
        } catch (AwsError missing) {
            throw Refusals.invalid("Error occurred while GetObject. S3 Error Code: " + missing.code()
                    + ". S3 Error Message: " + missing.getMessage());
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException other) {
            throw Refusals.invalid("ZipFile: must be base64, got something else. Let the AWS CLI or an SDK encode it.");
        }
    }
}
