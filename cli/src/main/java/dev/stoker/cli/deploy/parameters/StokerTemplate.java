// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of infra/template.yaml. CloudFormation reads it whole; this class reads only its lines with the names of
 * parameters and local files.
 */
public final class StokerTemplate {
    private static final Pattern SECTION = Pattern.compile("(?<name>[A-Za-z]+):.*");
    private static final Pattern ENTRY = Pattern.compile("  (?<name>[A-Za-z0-9]+):\\s*");
    private static final Pattern CONDITION = Pattern.compile("    Condition: (?<name>[A-Za-z0-9]+)\\s*");
    private static final Pattern LOCAL_FILE = Pattern.compile(
            "(?<before> +(?:CodeUri|ContentUri|DefinitionUri): )(?<file>[^\\s!{]+)(?<after>\\s*(?:#.*)?)");

    private final List<String> parameters = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Artefact> artefacts = new ArrayList<>();

    /**
     * Reads the template.
     *
     * @throws Failure if it cannot be read
     */
    public StokerTemplate(Path file) {
        String section = "";
        String condition = "";
        for (String line : read(file)) {
            lines.add(line);
            Matcher top = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            Matcher conditional = CONDITION.matcher(line);
            Matcher local = LOCAL_FILE.matcher(line);
            if (top.matches()) {
                section = top.group("name");
            } else if (entry.matches()) {
                condition = "";
                if (section.equals("Parameters")) {
                    parameters.add(entry.group("name"));
                }
            } else if (conditional.matches()) {
                condition = conditional.group("name");
            } else if (local.matches()) {
                String reference = local.group("file");
                artefacts.add(
                        new Artefact(reference, file.resolveSibling(reference).normalize(), condition));
            }
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NoClone",
                            "The template " + file + " cannot be read. Start the command with ./stoker in the root of a"
                                    + " clone.")
                    .causedBy(broken);
        }
    }

    /** The names of its parameters. */
    public List<String> parameters() {
        return List.copyOf(parameters);
    }

    /** The files of this machine that it names. */
    public List<Artefact> artefacts() {
        return List.copyOf(artefacts);
    }

    /**
     * The text with another place for each local file.
     *
     * @param places an address in S3 for each file
     */
    public String with(Function<Artefact, String> places) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (String line : lines) {
            Matcher local = LOCAL_FILE.matcher(line);
            if (local.matches()) {
                text.append(local.group("before"))
                        .append(places.apply(artefacts.get(next)))
                        .append(local.group("after"));
                next++;
            } else {
                text.append(line);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
