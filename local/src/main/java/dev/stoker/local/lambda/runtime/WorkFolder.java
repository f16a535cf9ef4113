// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A temporary folder for unpacked code and logs. It is deleted when closed.
 *
 * <p>A process that is killed cannot close it. So each folder contains a file that its process locks, and a process that creates a folder
 * deletes the folders whose lock is free.
 */
final class WorkFolder implements AutoCloseable {
    private static final String NAME = "stoker-lambda";
    private static final String LOCK = "in-use.lock";

    /**
     * The folders of this process. It must not even open their locks: a system may release all locks of a process on a file when the
     * process closes the file once (the class description of FileChannel's FileLock says so), and then others delete the folder.
     */
    private static final Set<Path> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates a folder, and deletes the folders of processes that no longer run.
     *
     * @throws UncheckedIOException if this fails
     */
    public static WorkFolder create() {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static WorkFolder createIn(Path parent) {
        sweep(parent);
        try {
            Path path = Files.createTempDirectory(parent, NAME);
            OF_THIS_PROCESS.add(path);
            return new WorkFolder(path, locked(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file gets its name after it is locked, so that no other process finds it unlocked. */
    private static FileChannel locked(Path folder) throws IOException {
        Path unnamed = folder.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                Files.move(unnamed, folder.resolve(LOCK));
            }
        } catch (IOException noLocks) {
            // the file system has no locks: only the process itself deletes the folder
        }
        return channel;
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path folder : folders) {
                if (!OF_THIS_PROCESS.contains(folder)) {
                    removeIfLeft(folder);
                }
            }
        } catch (IOException unreadable) {
            // the next start tries again
        }
    }

    private static void removeIfLeft(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                deleteTree(folder);
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            // in use, of another user, or without a lock
        }
    }

    /** Its path. */
    public Path path() {
        return path;
    }

    /** Unpacks a package and its layers before the first environment needs them. What fails here is reported by the environments. */
    public void unpack(FunctionCode code, LayerStack layers) {
        try {
            code.unpackUnder(path);
            layers.unpackUnder(path);
        } catch (UncheckedIOException broken) {
            // each environment tries again, and reports it
        }
    }

    /** Deletes the folder with its content. Files that cannot be deleted stay. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unlocked) {
            // the folder is deleted anyway
        }
        deleteTree(path);
        OF_THIS_PROCESS.remove(path);
    }

    /** Deletes a folder below it, on another thread: a package may have thousands of files. */
    static void deleteLater(Path folder) {
        Thread thread = new Thread(() -> deleteTree(folder), "delete-package");
        thread.setDaemon(true);
        thread.start();
    }

    /** Deletes a folder below it. */
    public static void deleteTree(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            // a process that is being killed may still write here; the next start removes what is left
        }
    }
}
