// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import java.util.Optional;

/**
 * The name of a Java handler, {@code Class::method} or {@code Class}, as Lambda's runtime and Stoker's library divide it.
 *
 * @param text as it is
 * @param className the class
 * @param method the method, where one is named
 */
public record HandlerName(String text, String className, Optional<String> method) {
    /** Stoker's class. */
    public static final String STOKERS_CLASS = "dev.stoker.warmable.WarmableHandler";

    /** Stoker's handler. */
    public static final String STOKERS = STOKERS_CLASS + "::handleRequest";

    /** Divides it at its last two colons. */
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

    /** Whether Java could have a class and a method of these names. White space is no part of a name. */
    public boolean isPossible() {
        return className.matches("[\\w$.]+")
                && method.map(name -> name.matches("[\\w$]+")).orElse(true);
    }
}
