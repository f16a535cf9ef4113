// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes each {@code *.asl.yaml} of a folder as {@code *.asl.json} into another.
 *
 * <p>AWS takes YAML from S3 as well (CloudFormation, "AWS::StepFunctions::StateMachine S3Location", read 2026-11), LocalStack 4.14
 * does not. Line breaks and comments within expressions stay, since the Step Functions console shows them.
 */
public final class BuildDefinitions {
    private static final String SOURCE = ".asl.yaml";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BuildDefinitions() {}

    /**
     * Builds all definitions.
     *
     * @param args the folder of the sources, and the folder for the definitions
     * @throws InvalidDefinitionException if a source is not a state machine, or refers to something that does not exist
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path definitions = Files.createDirectories(Path.of(args[1]));
        for (Path source : sources(sources)) {
            String name = name(source);
            Files.writeString(definitions.resolve(name + ".asl.json"), text(DefinitionSource.read(source)));
        }
    }

    /** The sources of state machines in a folder, by name. */
    static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SOURCE))
                    .sorted()
                    .toList();
        }
    }

    /** The name of the state machine that a source defines. */
    static String name(Path source) {
        String file = source.getFileName().toString();
        return file.substring(0, file.length() - SOURCE.length());
    }

    /** A definition as JSON text. */
    static String text(Map<String, Object> definition) throws IOException {
        return JSON.writeValueAsString(definition) + "\n";
    }
}
