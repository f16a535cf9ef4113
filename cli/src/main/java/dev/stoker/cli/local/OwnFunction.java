// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import dev.stoker.cli.library.HandlerFile;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.EmbeddedAccount.NewFunction;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's own function, behind Stoker's library. Nothing in its package changes: the library is a layer. A package that
 * contains a copy of the library uses that copy.
 *
 * @param language the language of the function
 * @param function the function to create
 */
record OwnFunction(Language language, NewFunction function) {
    private static final int LONGEST_NAME = 64;

    /**
     * Reads a package and configures Stoker's handler, unless the package uses it already.
     *
     * @param option the option that names the file, for messages
     * @param runtime one of {@link Language#runtimes}
     * @throws Failure if the package cannot be read, is not a zip file, or does not contain the handler
     */
    static OwnFunction read(String option, String file, String runtime, String handler, Map<String, String> variables) {
        Language language = Language.of(runtime).orElseThrow();
        FunctionCode code = code(option, file);
        HandlerFile.of(language, code, handler).ifPresent(missing -> {
            throw Failure.wrongUse("--handler: must be " + missing.kind() + " in " + OneLine.of(file) + ", got "
                    + OneLine.of(missing.got()) + ". " + missing.remedy());
        });
        Map<String, String> all = new HashMap<>(variables);
        Optional<StokerLayer> library = StokerLayer.of(language);
        Optional<String> stokers =
                library.filter(layer -> !isBehind(layer, option, handler, code)).map(StokerLayer::handler);
        if (stokers.isPresent()) {
            all.put("STOKER_HANDLER", handler);
        }
        List<FunctionCode> layers =
                library.map(StokerLayer::content).map(List::of).orElse(List.of());
        return new OwnFunction(
                language,
                new NewFunction(nameOf(file), runtime, stokers.orElse(handler), code, layers, Map.copyOf(all)));
    }

    /** Whether warm events are answered by Stoker's library, and not by the package's own program. */
    boolean isBehindLibrary() {
        return language != Language.PROVIDED;
    }

    private static boolean isBehind(StokerLayer layer, String option, String handler, FunctionCode code) {
        try {
            return layer.isBehind(handler, code);
        } catch (IOException | UncheckedIOException broken) {
            throw Failure.wrongUse(option + ": its classes must be readable: " + OneLine.of(broken.getMessage())
                    + ". Build the package again.");
        }
    }

    private static FunctionCode code(String option, String file) {
        try {
            return FunctionCode.of(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw Failure.wrongUse(
                    option + ": must be a file that can be read, got " + OneLine.of(file) + ". Check the path.");
        } catch (IllegalArgumentException refused) {
            throw Failure.wrongUse(option + ": " + OneLine.of(file) + ": " + OneLine.of(refused.getMessage()));
        }
    }

    private static String nameOf(String file) {
        String name = String.valueOf(Path.of(file).getFileName())
                .replaceFirst("\\.(jar|zip)$", "")
                .replaceAll("[^A-Za-z0-9_-]+", "-");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
