// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.RawZip;
import dev.stoker.local.probe.Probe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Function packages for tests, zipped from compiled classes. */
public final class Packages {
    private Packages() {}

    /** The probe, at the root of a zip. */
    public static FunctionCode probe() {
        return FunctionCode.of(zip("", classesOf(Probe.class), "dev/stoker/local/probe"));
    }

    /** The probe in a jar in lib/. */
    public static FunctionCode probeInLib() {
        return withFile("lib/probe.jar", probe().bytes());
    }

    /** Nothing that could run. */
    public static FunctionCode empty() {
        return withFile("empty.txt", new byte[0]);
    }

    /** A file of it is not what the table of contents says. */
    public static FunctionCode damaged() {
        return FunctionCode.of(new RawZip().damaged("probe.txt").bytes());
    }

    /** A layer with the probe. */
    public static FunctionCode layerWithProbe() {
        return withFile("java/lib/probe.jar", probe().bytes());
    }

    /** A layer with something under the probe's name that is no class. */
    public static FunctionCode layerWithBrokenProbe() {
        FunctionCode broken = withFile("dev/stoker/local/probe/Probe.class", new byte[] {1, 2, 3, 4});
        return withFile("java/lib/probe.jar", broken.bytes());
    }

    private static FunctionCode withFile(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FunctionCode.of(bytes.toByteArray());
    }

    /** The sample behind the sleep task; both modules come before this one in a build. */
    public static FunctionCode sample() {
        Path functions = Path.of(System.getProperty("stoker.root"), "functions");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String module : List.of("warmable", "sample")) {
                Path classes = functions.resolve(module).resolve("target/classes");
                if (!Files.isDirectory(classes)) {
                    throw new IllegalStateException(
                            classes + " is missing. Run mvn -pl functions/" + module + " compile.");
                }
                add(zip, "", classes, "dev");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FunctionCode.of(bytes.toByteArray());
    }

    private static Path classesOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(String prefix, Path root, String folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, prefix, root, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String prefix, Path root, String folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = prefix + root.relativize(file).toString().replace('\\', '/');
            if (!name.endsWith("package-info.class")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
            }
        }
    }
}
