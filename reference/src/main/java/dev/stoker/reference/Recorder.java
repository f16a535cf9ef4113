// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.Evaluation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Observes executions and records each evaluation: the expression, its variables and its result. Equal evaluations are
 * recorded once. Several executions may call it at the same time.
 */
public final class Recorder implements ExecutionObserver, AutoCloseable {

    /** Functions with random results, which the reference cannot repeat. */
    private static final Pattern CHANCE = Pattern.compile("\\$(random|uuid|shuffle)\\b");

    private static final Pattern CLOCK = Pattern.compile("\\$(millis|now)\\b");

    private static final Pattern DEPLOYMENT = Pattern.compile("-[A-Za-z0-9]{12}$");

    /** A whole number above 2^53: AWS keeps it (floci-io/floci pull request 2676), JavaScript rounds it. */
    private static final Pattern BEYOND_JAVASCRIPT = Pattern.compile("(?<![\\d.])\\d{16,19}(?![\\d.eE])");

    private final Path file;
    private final BufferedWriter writer;
    private final int mostOfOne;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Boolean> chance = new HashMap<>();
    private final Map<String, String> machines = new HashMap<>();
    private int seen;
    private int byChance;
    private int beyondJavaScript;

    /** The records of one expression. */
    private static final class Kept {
        int count;
        int largest;
    }

    private Recorder(int mostOfOne) {
        try {
            this.file = Files.createTempFile("evaluations", ".jsonl");
            this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            this.mostOfOne = mostOfOne;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records all evaluations. */
    public static Recorder ofAll() {
        return new Recorder(Integer.MAX_VALUE);
    }

    /** Records this number of evaluations of each expression, and each evaluation with more data than those before. */
    public static Recorder ofTheLargest(int mostOfOne) {
        return new Recorder(mostOfOne);
    }

    @Override
    public void on(HistoryEvent event) {}

    @Override
    public synchronized void evaluated(Evaluation evaluation) {
        seen++;
        String source = evaluation.expression().source();
        if (chance.computeIfAbsent(source, text -> CHANCE.matcher(text).find())) {
            byChance++;
            return;
        }
        JsonObject seenByIt = bindings(evaluation);
        Kept ofThis = kept.computeIfAbsent(place(evaluation), place -> new Kept());
        int size = Json.size(seenByIt);
        if (ofThis.count >= mostOfOne && size <= ofThis.largest) {
            return;
        }
        String bindings = Json.text(seenByIt);
        if (BEYOND_JAVASCRIPT.matcher(bindings).find()) {
            beyondJavaScript++;
            return;
        }
        boolean clock = CLOCK.matcher(source).find();
        if (known.add(digest(source + bindings + (clock ? evaluation.nowMillis() : "")))) {
            ofThis.count++;
            ofThis.largest = Math.max(ofThis.largest, size);
            write(evaluation, bindings, clock);
        }
    }

    /**
     * Only the variables that the expression uses. Others, such as the execution's name, would make each evaluation
     * different.
     */
    private static JsonObject bindings(Evaluation evaluation) {
        Set<String> names = evaluation.expression().references();
        Map<String, Object> bindings = new LinkedHashMap<>();
        for (String name : names) {
            Object value = name.contains(".") ? null : evaluation.variables().apply(name);
            if (value != null) {
                bindings.put(name, name.equals("states") ? states((JsonObject) value, names) : value);
            }
        }
        return JsonObject.of(bindings);
    }

    private static JsonObject states(JsonObject states, Set<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        states.forEach((name, value) -> {
            if (names.contains("states." + name)) {
                members.put(name, value);
            }
        });
        return JsonObject.of(members);
    }

    private void write(Evaluation evaluation, String bindings, boolean clock) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", place(evaluation));
        line.put("expression", evaluation.expression().source());
        line.put("embeddedDepth", evaluation.depth());
        if (clock) {
            line.put("now", evaluation.nowMillis());
        }
        if (evaluation.error() != null) {
            line.put("embeddedError", evaluation.error());
        } else if (evaluation.value() != null) {
            line.put("embeddedValue", evaluation.value());
        }
        try {
            String text = Json.text(JsonObject.of(line));
            writer.write(text, 0, text.length() - 1);
            writer.write(",\"bindings\":" + bindings + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name without its end, which CloudFormation generates for each deployment. */
    private String place(Evaluation evaluation) {
        String machine = machines.computeIfAbsent(
                evaluation.machine(), name -> DEPLOYMENT.matcher(name).replaceFirst(""));
        return machine + " / " + evaluation.state() + " / " + evaluation.field();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Repeats all records on the reference implementation.
     *
     * @throws IllegalStateException if the reference is not available
     */
    public synchronized Comparison compareWith(NodeJsonata reference) {
        try {
            writer.flush();
            Path answers = Files.createTempFile("answers", ".jsonl");
            reference.evaluate(file, answers);
            Comparison comparison = Comparison.compare(file, answers, seen, byChance + beyondJavaScript);
            Files.delete(answers);
            return comparison;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
