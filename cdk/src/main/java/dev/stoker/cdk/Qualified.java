// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.IVersion;

/** A function, one of its versions, or one of its aliases. */
final class Qualified {
    private Qualified() {}

    /** The function without a version or alias, whose ARN the parameter TargetArns needs. */
    static IFunction function(IFunction qualified) {
        if (qualified instanceof IAlias alias) {
            return alias.getVersion().getLambda();
        }
        return qualified instanceof IVersion version ? version.getLambda() : qualified;
    }
}
