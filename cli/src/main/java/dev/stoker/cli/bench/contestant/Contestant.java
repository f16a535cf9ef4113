// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

import java.util.Arrays;
import java.util.Optional;

/** A way to keep environments warm, as its users have it, with its own defaults. */
public enum Contestant {
    /** The npm package: the function invokes itself. */
    LAMBDA_WARMER("lambda-warmer", "lambda-warmer 2.3.0 (npm)"),
    /** The npm package's generated warmer, with a target as its README has it. */
    WARMUP("serverless-plugin-warmup", "serverless-plugin-warmup 8.4.1 (npm)"),
    /** The same, with a target that waits 25 ms as the README advises for several environments. */
    WARMUP_25("serverless-plugin-warmup-25ms", "serverless-plugin-warmup 8.4.1 (npm), target waits 25 ms"),
    /** OpenNext's warmer and its wrapper of the server function. */
    OPENNEXT("opennext", "OpenNext 4.1.16 (npm)"),
    /** The package for Python: the function invokes itself. */
    LAMBDA_WARMER_PY("lambda-warmer-py", "lambda-warmer-py 0.6.0 (PyPI)"),
    /** Zappa's keep_warm: one event for one environment. */
    ZAPPA("zappa", "Zappa 0.63.0, keep_warm (PyPI)"),
    /** The trick this project starts from: loops of asynchronous invocations of a function that sleeps. */
    TRICK("trick", "The trick: 5 loops of asynchronous invocations, 17 ms apart, sleep(0.1)"),
    /** Stoker's deployed files and its library for Node.js. */
    STOKER("stoker", "Stoker"),
    /** A warmer in Java. */
    THUNDRA("thundra", "Thundra's thundra-lambda-warmup");

    private final String id;
    private final String title;

    Contestant(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The contestant with this {@link #id()}. */
    public static Optional<Contestant> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** Its name for {@code --contestants} and in files. */
    public String id() {
        return id;
    }

    /** Its name with its version, for people. */
    public String title() {
        return title;
    }

    /** Its name for a chart. */
    public String label() {
        return switch (this) {
            case WARMUP_25 -> "the same, its target waits 25 ms";
            case TRICK -> "the trick: 5 loops, sleep(0.1)";
            default -> title;
        };
    }

    /** How many environments one schedule of it can address; empty if as many as wanted. */
    public Optional<Integer> most() {
        return this == ZAPPA ? Optional.of(1) : Optional.empty();
    }
}
