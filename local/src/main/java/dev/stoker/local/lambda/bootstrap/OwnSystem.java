// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import dev.stoker.local.lambda.bootstrap.RedirectingLoader.OwnWorld;
import java.io.PrintStream;
import java.util.Map;

/**
 * Stands in for {@link System} in the classes that a {@link RedirectingLoader} loads. Each such loader defines a copy of
 * this class of its own, so its static state is the loader's.
 */
public final class OwnSystem {
    /** In place of {@link System#out}. */
    @SuppressWarnings("NonFinalStaticField") // set once, by the loader that defines this copy
    public static PrintStream out;

    /** In place of {@link System#err}. */
    @SuppressWarnings("NonFinalStaticField")
    public static PrintStream err;

    @SuppressWarnings("NonFinalStaticField")
    private static OwnWorld world;

    private OwnSystem() {}

    /** Called once, by the loader that defines this copy. */
    public static void enter(OwnWorld own) {
        world = own;
        out = own.out();
        err = own.err();
    }

    /** In place of {@link System#getenv()}. */
    public static Map<String, String> getenv() {
        return world.variables();
    }

    /** In place of {@link System#getenv(String)}. */
    public static String getenv(String name) {
        return world.variables().get(name);
    }

    /** In place of {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + world.clockOffset();
    }

    /** In place of {@link System#exit(int)}. */
    public static void exit(int status) {
        world.exit().accept(status);
    }
}
