// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.account;

/**
 * An AWS account in a region.
 *
 * @param region such as us-east-1
 * @param id twelve digits
 */
public record Account(String region, String id) {
    /** The default of LocalStack and of the AWS CLI's examples. */
    public static final Account DEFAULT = new Account("us-east-1", "000000000000");

    /** An ARN of this account. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }

    /** A function's ARN without a qualifier. */
    public String functionArn(String name) {
        return arn("lambda", "function:" + name);
    }
}
