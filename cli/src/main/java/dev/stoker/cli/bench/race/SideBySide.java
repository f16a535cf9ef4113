// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work on virtual time, one piece on each core. Results are taken in the order of the pieces, so they do not depend on the number of cores. */
final class SideBySide {
    private final List<Piece<?>> pieces = new ArrayList<>();

    /** Adds a piece of work; its result is taken by the thread that runs all of them. */
    <T> void add(String text, Supplier<T> work, Consumer<T> take) {
        pieces.add(new Piece<>(text, work, take));
    }

    /**
     * Runs all pieces.
     *
     * @param progress receives the text of the piece that is awaited, once for pieces in a row with the same text
     */
    void run(Consumer<String> progress) {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Runnable> awaited = new ArrayList<>();
            pieces.forEach(piece -> awaited.add(piece.begin(cores)));
            String shown = "";
            for (int i = 0; i < pieces.size(); i++) {
                String text = pieces.get(i).text();
                if (!text.equals(shown)) {
                    progress.accept(text);
                    shown = text;
                }
                awaited.get(i).run();
            }
        } finally {
            cores.shutdownNow();
        }
    }

    private record Piece<T>(String text, Supplier<T> work, Consumer<T> take) {
        Runnable begin(ExecutorService cores) {
            CompletableFuture<T> result = CompletableFuture.supplyAsync(work, cores);
            return () -> take.accept(await(result));
        }

        private static <T> T await(CompletableFuture<T> result) {
            try {
                return result.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw failed;
            }
        }
    }
}
