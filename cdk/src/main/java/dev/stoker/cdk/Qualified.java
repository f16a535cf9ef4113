// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.IVersion;

/** A function, one of its versions, or one of its aliases. */
final class Qualified {
    private Qualified() {}

    /** The ARN of the function without a version or alias, as the parameter TargetArns needs it. */
    static String functionArn(IFunction function) {
        if (function instanceof IAlias alias) {
            return alias.getVersion().getLambda().getFunctionArn();
        }
        if (function instanceof IVersion version) {
            return version.getLambda().getFunctionArn();
        }
        return function.getFunctionArn();
    }
}
