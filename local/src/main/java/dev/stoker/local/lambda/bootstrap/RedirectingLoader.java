// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes with their own environment variables, output, clock and exit: their calls of {@link System} go to
 * {@link OwnSystem}.
 *
 * <p>For environments in the same JVM, whose environment variables are process-wide and cannot differ. Classes are
 * loaded parent first, as by AWS's class loader.
 */
public final class RedirectingLoader extends URLClassLoader {
    private static final String OWN_SYSTEM = "dev.stoker.local.lambda.bootstrap.RedirectingLoader$OwnSystem";

    static {
        registerAsParallelCapable();
    }

    private final OwnWorld world;
    private final Map<String, byte[]> redirected;

    /**
     * Creates a class loader.
     *
     * @param redirected patched classes by name, shared by all class loaders with the same class path, so that only the
     *     first of a thousand environments reads and patches a class; must be safe for several threads
     */
    public RedirectingLoader(URL[] classPath, ClassLoader parent, OwnWorld world, Map<String, byte[]> redirected) {
        super(classPath, parent);
        this.world = world;
        this.redirected = redirected;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(OWN_SYSTEM)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> own = findLoadedClass(name);
            return own == null ? defineOwnSystem() : own;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = redirected.get(name);
        if (bytes == null) {
            bytes = read(name);
            redirected.put(name, bytes);
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
            definePackageOnce(name.substring(0, dot));
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private void definePackageOnce(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException another) {
            // another thread has defined it
        }
    }

    private byte[] read(String name) throws ClassNotFoundException {
        URL resource = findResource(name.replace('.', '/') + ".class");
        if (resource == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = resource.openStream()) {
            return SystemRedirect.apply(in.readAllBytes());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Class<?> defineOwnSystem() throws ClassNotFoundException {
        try (InputStream in = RedirectingLoader.class.getResourceAsStream("RedirectingLoader$OwnSystem.class")) {
            byte[] bytes = in.readAllBytes();
            Class<?> own = defineClass(OWN_SYSTEM, bytes, 0, bytes.length);
            MethodHandles.publicLookup()
                    .findStatic(own, "enter", MethodType.methodType(void.class, OwnWorld.class))
                    .invoke(world);
            return own;
        } catch (Throwable e) {
            throw new ClassNotFoundException(OWN_SYSTEM, e);
        }
    }

    /**
     * The class path of a function, in the order of AWS's {@code CustomerClassLoader}: the task root, then its
     * lib/*.jar by name, then java/lib/*.jar of the layers by name. The runtime's own classes have priority over all of
     * them.
     */
    public static final class FunctionClassPath {
        private final List<URL> urls;

        private FunctionClassPath(List<URL> urls) {
            this.urls = urls;
        }

        /**
         * Finds the jars.
         *
         * @param taskRoot the unpacked code, /var/task on AWS
         * @param layers the unpacked layers, /opt on AWS; null without any
         * @throws IOException if a folder cannot be listed
         */
        public static FunctionClassPath of(Path taskRoot, @Nullable Path layers) throws IOException {
            List<URL> urls = new ArrayList<>();
            urls.add(taskRoot.toUri().toURL());
            addJars(taskRoot.resolve("lib"), urls);
            if (layers != null) {
                addJars(layers.resolve("java").resolve("lib"), urls);
            }
            return new FunctionClassPath(urls);
        }

        /** The folder, with a slash at its end, then the jars. */
        public URL[] urls() {
            return urls.toArray(new URL[0]);
        }

        URLClassLoader plainLoader(ClassLoader parent) {
            return new URLClassLoader(urls(), parent);
        }

        private static void addJars(Path folder, List<URL> urls) throws IOException {
            if (!Files.isDirectory(folder)) {
                return;
            }
            List<Path> jars = new ArrayList<>();
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                found.forEach(jars::add);
            }
            Collections.sort(jars);
            for (Path jar : jars) {
                urls.add(jar.toUri().toURL());
            }
        }
    }

    /**
     * Replaces {@link System} in the classes that a {@link RedirectingLoader} loads. Each of these class loaders
     * defines its own copy of this class, so the static state belongs to the class loader.
     */
    public static final class OwnSystem {
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

    /**
     * The environment variables, output and clock for the classes of one class loader.
     *
     * @param variables the environment variables
     * @param out standard output
     * @param err standard error
     * @param clockOffset milliseconds to add to {@code System.currentTimeMillis()}; 0 unless a fault sets it
     * @param exit the implementation of {@code System.exit}
     */
    public record OwnWorld(
            Map<String, String> variables, PrintStream out, PrintStream err, long clockOffset, IntConsumer exit) {
        /** Copies the variables. */
        public OwnWorld {
            variables = Map.copyOf(variables);
        }

        /**
         * Thrown when a function in an environment within this JVM calls {@code System.exit}. Its runtime ends, but the
         * JVM does not.
         */
        public static final class EnvironmentExit extends Error {
            private static final long serialVersionUID = 1;

            private final int status;

            /** Creates the error with the exit status. */
            public EnvironmentExit(int status) {
                super("exit status " + status, null, false, false);
                this.status = status;
            }

            /** The exit status, 0 to 255. */
            public int status() {
                return status & 0xff;
            }
        }
    }
}
