// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import dev.stoker.cli.library.StokersHandler;
import java.util.Optional;

/**
 * The name of a Java handler, {@code Class::method} or {@code Class}, as Lambda's runtime and Stoker's library parse
 * it.
 *
 * @param text the whole name
 * @param className the class
 * @param method the method, if there is one
 */
public record HandlerName(String text, String className, Optional<String> method) {
    /** Stoker's class. */
    public static final String STOKERS_CLASS = "dev.stoker.warmable.WarmableHandler";

    /** Stoker's handler. */
    public static final String STOKERS = StokersHandler.JAVA.text();

    /** Parses a name: the last {@code ::} separates class and method. */
    public static HandlerName parse(String text) {
        int colons = text.lastIndexOf("::");
        return colons < 0
                ? new HandlerName(text, text, Optional.empty())
                : new HandlerName(text, text.substring(0, colons), Optional.of(text.substring(colons + 2)));
    }

    /** Whether the class is Stoker's. */
    public boolean isStokers() {
        return className.equals(STOKERS_CLASS);
    }

    /** Whether these are valid Java names of a class and a method. White space is not valid. */
    public boolean isPossible() {
        return className.matches("[\\w$.]+")
                && method.map(name -> name.matches("[\\w$]+")).orElse(true);
    }
}
