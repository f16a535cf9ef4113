// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts an embedded AWS for a test class, with a function and with Stoker's stack, whose schedule is paused. Methods get
 * them as parameters: {@link dev.stoker.local.EmbeddedAws}, {@link dev.stoker.local.EmbeddedAws.DeployedStack} for
 * Stoker's stack, and {@link java.net.URI} for the endpoint, which takes requests of AWS's clients. It is closed after the class.
 *
 * <p>Stoker's built clone is the folder in the system property {@code stoker.root}, or the nearest folder above the
 * working directory that has {@code infra/template.yaml}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedAwsExtension.class)
public @interface EmbeddedAwsTest {
    /**
     * The function's package, a jar or zip file as you upload it to Lambda. Its name without the ending is the function's name. Empty for
     * the sample of Stoker's template.
     */
    String file() default "";

    /** The function's handler, as in Lambda's configuration. Required with a file. */
    String handler() default "";

    /** Lambda's identifier of the runtime, such as java21 or python3.13. */
    String runtime() default "java21";

    /** Environment variables of the function, each {@code NAME=VALUE}. */
    String[] variables() default {};

    /** Runs environments in this JVM instead of processes; allows hundreds. For Java only. */
    boolean inJvm() default false;
}
