// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that takes long: {@code -Dstoker.thorough=true} runs it, as .ci/run does, so that {@code mvn verify} stays short. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "stoker.thorough",
        matches = "true",
        disabledReason = "takes long: -Dstoker.thorough=true runs it, and .ci/run")
public @interface Thorough {

    /** Whether these tests run. Other tests then use more sizes, distributions and seeds. */
    boolean ON = Boolean.getBoolean("stoker.thorough");
}
