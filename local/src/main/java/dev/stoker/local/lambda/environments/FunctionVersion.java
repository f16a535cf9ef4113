// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

/**
 * A version of a function that can be invoked: the current $LATEST, or a published version. Each has its own
 * environments. Two versions are equal only if they are the same object.
 */
public final class FunctionVersion {
    /** The name of the version that can change. */
    public static final String LATEST = "$LATEST";

    private final String version;
    private final FunctionDefinition definition;
    private final FunctionStatistics statistics;
    private final long modifiedAt;

    /**
     * Creates a version.
     *
     * @param version {@code $LATEST} or a number
     * @param statistics the statistics of the function, which all its versions share
     * @param modifiedAt milliseconds since the epoch
     */
    public FunctionVersion(
            String version, FunctionDefinition definition, FunctionStatistics statistics, long modifiedAt) {
        this.version = version;
        this.definition = definition;
        this.statistics = statistics;
        this.modifiedAt = modifiedAt;
    }

    /** {@code $LATEST} or a number. */
    public String version() {
        return version;
    }

    /** Its definition. */
    public FunctionDefinition definition() {
        return definition;
    }

    /** When it was created, milliseconds since the epoch. */
    public long modifiedAt() {
        return modifiedAt;
    }

    FunctionStatistics statistics() {
        return statistics;
    }
}
