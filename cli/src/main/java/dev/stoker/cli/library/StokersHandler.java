// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.library;

import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.util.Optional;
import java.util.regex.Pattern;

/** The handler of Stoker's library in each language that has the library. */
public enum StokersHandler {
    /** A class of the library. */
    JAVA(
            Language.JAVA,
            "dev.stoker.warmable.WarmableHandler::handleRequest",
            "dev\\.stoker\\.warmable\\.WarmableHandler(::.*)?",
            "dev/stoker/warmable/WarmableHandler\\.class",
            "com.acme.App::handleRequest"),
    /** A function of the library's module. */
    PYTHON(
            Language.PYTHON,
            "stoker_warmable.handler",
            "stoker_warmable[./]handler",
            "(python/(lib/python3\\.\\d+/site-packages/)?)?stoker_warmable\\.py",
            "orders.handler"),
    /** An export of the library's module, which is in a layer or in the package. */
    NODE(
            Language.NODE,
            "/opt/nodejs/node_modules/stoker-warmable/lambda.handler",
            "(.*/)?stoker-warmable/lambda\\.handler",
            "(nodejs/(node\\d+/)?)?node_modules/stoker-warmable/lambda\\.mjs",
            "index.handler");

    private final Language language;
    private final String text;
    private final Pattern pattern;
    private final Pattern libraryFile;
    private final String example;

    StokersHandler(Language language, String text, String pattern, String libraryFile, String example) {
        this.language = language;
        this.text = text;
        this.pattern = Pattern.compile(pattern);
        this.libraryFile = Pattern.compile(libraryFile);
        this.example = example;
    }

    /** The handler of a language; empty for {@code provided.*}, whose programs answer warm events themselves. */
    public static Optional<StokersHandler> of(Language language) {
        for (StokersHandler one : values()) {
            if (one.language == language) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The handler to set in a function's configuration, with the library in a layer. */
    public String text() {
        return text;
    }

    /** Whether a function's handler is Stoker's. */
    public boolean is(String handler) {
        return pattern.matcher(handler).matches();
    }

    /** Whether a file of a package or a layer is the library's. */
    public boolean isLibraryFile(String file) {
        return libraryFile.matcher(file).matches();
    }

    /** A handler of a function, for messages. */
    public String example() {
        return example;
    }
}
