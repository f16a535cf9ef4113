// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One run of a case in src/test/resources/asl: a definition, an input and what must come of it.
 *
 * <p>A case holds: {@code says} what is true, {@code source} where that is known from, {@code definition}, other
 * {@code machines} that it names as {@code ${name}}, {@code functions} by script, and
 * its runs. {@code localstack}, if it is there, begins with "differs:" and tells why and how we know; a run that has
 * a {@code localstack} of its own says what LocalStack does instead, and is skipped there otherwise.
 *
 * @param name the file's, and the number of the run
 * @param file the whole case
 * @param run the run
 */
record AslCase(String name, JsonNode file, JsonNode run) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Path FOLDER = Path.of(System.getProperty("stoker.root", ".."), "local/src/test/resources/asl");

    /** All runs of all cases. */
    static List<AslCase> all() {
        List<AslCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path path : files.sorted().toList()) {
                JsonNode file = JSON.readTree(path.toFile());
                String name = path.getFileName().toString().replace(".json", "");
                int number = 0;
                for (JsonNode run : file.get("runs")) {
                    number++;
                    cases.add(new AslCase(file.get("runs").size() > 1 ? name + " #" + number : name, file, run));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** The definitions of the machines that it needs besides its own, by name. */
    Map<String, String> machines() {
        Map<String, String> machines = new TreeMap<>();
        file.path("machines")
                .properties()
                .forEach(each -> machines.put(each.getKey(), each.getValue().toString()));
        return machines;
    }

    /** The scripts of its functions, by name. */
    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = new TreeMap<>();
        file.path("functions").properties().forEach(each -> functions.put(each.getKey(), each.getValue()));
        return functions;
    }

    String definition() {
        return file.get("definition").toString();
    }

    String input() {
        return run.get("input").toString();
    }

    /** What must come of it. */
    JsonNode expected() {
        return run.get("expect");
    }

    /** Why LocalStack does something else, or null if it does not. */
    String differsOnLocalStack() {
        return file.path("localstack").asText(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
