// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@link System} in the classes that a {@link RedirectingLoader} loads. Each of these class loaders defines
 * its own copy of this class, so the static state belongs to the class loader.
 */
public final class OwnSystem {
    /** Replaces {@link System#out}. */
    @SuppressWarnings({"NonFinalStaticField", "NullAway.Init"}) // set once, by the loader that defines this copy
    public static PrintStream out;

    /** Replaces {@link System#err}. */
    @SuppressWarnings({"NonFinalStaticField", "NullAway.Init"})
    public static PrintStream err;

    @SuppressWarnings({"NonFinalStaticField", "NullAway.Init"})
    private static OwnWorld world;

    private OwnSystem() {}

    /** Called once, by the class loader that defines this copy. */
    public static void enter(OwnWorld own) {
        world = own;
        out = own.out();
        err = own.err();
    }

    /** Replaces {@link System#getenv()}. */
    public static Map<String, String> getenv() {
        return world.variables();
    }

    /** Replaces {@link System#getenv(String)}. */
    public static @Nullable String getenv(String name) {
        return world.variables().get(name);
    }

    /** Replaces {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + world.clockOffset();
    }

    /** Replaces {@link System#exit(int)}. */
    public static void exit(int status) {
        world.exit().accept(status);
    }
}
