// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

/**
 * -Dstoker.thorough=true runs more sizes, distributions and seeds, as .ci/run does. Without it, tests that take most of
 * the time run a part of them, so that {@code mvn verify} stays short.
 */
public final class Thorough {

    /** The system property, for conditions of JUnit. */
    public static final String PROPERTY = "stoker.thorough";

    /** The reason why a test is skipped without it. */
    public static final String REASON = "takes long: -Dstoker.thorough=true runs it, and .ci/run";

    static final boolean ON = Boolean.getBoolean(PROPERTY);

    private Thorough() {}
}
