// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/**
 * A state of a function that can be invoked: $LATEST as it is now, or a published version. Each has environments of its own;
 * two are the same only if they are the same object.
 */
final class FunctionVersion {
    /** The version that can change. */
    static final String LATEST = "$LATEST";

    private final LambdaFunction function;
    private final String version;
    private final FunctionDefinition definition;
    private final long modifiedAt;

    FunctionVersion(LambdaFunction function, String version, FunctionDefinition definition, long modifiedAt) {
        this.function = function;
        this.version = version;
        this.definition = definition;
        this.modifiedAt = modifiedAt;
    }

    LambdaFunction function() {
        return function;
    }

    String version() {
        return version;
    }

    FunctionDefinition definition() {
        return definition;
    }

    /** As AWS describes it: the ARN carries the qualifier that was asked for, or none. */
    FunctionConfiguration configuration(String qualifier) {
        return new FunctionConfiguration(
                Functions.qualified(function.arn(), qualifier), version, definition, modifiedAt);
    }
}
