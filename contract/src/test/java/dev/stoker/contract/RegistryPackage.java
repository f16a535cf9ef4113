// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A package of npm or PyPI, pinned by its checksum, without what it depends on. It is fetched once by the ordinary client and kept in
 * target/registry.
 *
 * @param fetch the command that puts the file into the working folder
 * @param file its name
 * @param sha512 Base64
 */
record RegistryPackage(List<String> fetch, String file, String sha512) {
    private static final Path FOLDER = Path.of("target", "registry").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 120;

    static RegistryPackage npm(String name, String version, String sha512) {
        return new RegistryPackage(
                List.of("npm", "pack", "--silent", name + "@" + version),
                name.replace("@", "").replace('/', '-') + "-" + version + ".tgz",
                sha512);
    }

    static RegistryPackage wheel(String name, String version, String sha512) {
        return new RegistryPackage(
                List.of("python3", "-m", "pip", "download", "--quiet", "--no-deps", name + "==" + version),
                name.replace('-', '_') + "-" + version + "-py3-none-any.whl",
                sha512);
    }

    /**
     * The file, in the folder of all. Skips the test, visibly, where there is no client or no registry.
     *
     * @throws IllegalStateException if the registry gives another file than the pinned one
     */
    Path fetched() {
        Path path = FOLDER.resolve(file);
        try {
            Files.createDirectories(FOLDER);
            if (!Files.exists(path)) {
                run(fetch);
            }
            if (!Files.exists(path)) {
                throw Skip.because(file, String.join(" ", fetch) + " did not bring it");
            }
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(path));
            String got = Base64.getEncoder().encodeToString(digest);
            if (!got.equals(sha512)) {
                throw new IllegalStateException(file + ": must have the SHA-512 " + sha512 + ", got " + got + ".");
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its files, below a folder of their own. */
    Path unpacked() {
        Path archive = fetched();
        Path folder = FOLDER.resolve(file + ".unpacked");
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                run(
                        file.endsWith(".tgz")
                                ? List.of("tar", "-xzf", archive.toString(), "-C", folder.toString())
                                : List.of("python3", "-m", "zipfile", "-e", archive.toString(), folder.toString()));
            }
            return file.endsWith(".tgz") ? folder.resolve("package") : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that is not there, or fails, leaves nothing behind: that is what callers look at. */
    private static void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("last.log").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException notThere) {
            Files.writeString(
                    FOLDER.resolve("last.log"), String.valueOf(notThere.getMessage()), StandardCharsets.UTF_8);
        }
    }
}
