// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.output.OutputFile;
import java.util.List;
import java.util.Optional;

/**
 * The files of {@code --out}: one with this name, or one for each stack with a number before the extension.
 *
 * @param out the given name, which ends in .yaml; empty for no file
 * @param count how many stacks there are
 */
record ParameterFiles(Optional<String> out, int count) {
    /** The option {@code --out}. */
    static final OutputFile OPTION = new OutputFile("--out", "a YAML file", ".yaml", "parameters.yaml");

    /** The name of a stack's file, counted from 0; empty for no file. */
    Optional<String> name(int index) {
        return out.map(name -> count == 1 ? name : name.replaceFirst("(\\.yaml)$", "-" + (index + 1) + "$1"));
    }

    /**
     * Writes the parameters of all deployments, if the option was given.
     *
     * @throws dev.stoker.cli.output.Failure if a file cannot be written
     */
    void write(List<Deployment> deployments) {
        for (int i = 0; i < deployments.size(); i++) {
            String yaml = deployments.get(i).yaml();
            name(i).ifPresent(file -> OPTION.write(file, yaml));
        }
    }
}
