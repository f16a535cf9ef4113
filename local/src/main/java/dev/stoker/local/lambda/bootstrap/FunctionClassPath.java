// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a function's classes come from, in the order of AWS's {@code CustomerClassLoader}: the task root, then its lib/*.jar
 * by name, then java/lib/*.jar of the layers by name. The runtime's own classes win over all of them.
 */
public final class FunctionClassPath {
    private final List<URL> urls;

    private FunctionClassPath(List<URL> urls) {
        this.urls = urls;
    }

    /**
     * Looks for the jars.
     *
     * @param taskRoot the unpacked code, /var/task on AWS
     * @param layers the unpacked layers, /opt on AWS; null without any
     * @throws IOException if a folder cannot be listed
     */
    public static FunctionClassPath of(Path taskRoot, Path layers) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(taskRoot.toUri().toURL());
        addJars(taskRoot.resolve("lib"), urls);
        if (layers != null) {
            addJars(layers.resolve("java").resolve("lib"), urls);
        }
        return new FunctionClassPath(urls);
    }

    /** The folder, which ends with a slash, then the jars. */
    public URL[] urls() {
        return urls.toArray(new URL[0]);
    }

    ClassLoader plainLoader(ClassLoader parent) {
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
