// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the names that an expression uses: {@code a} for {@code $a}, also {@code states.result} for
 * {@code $states.result}, and {@code $} for {@code $$}.
 *
 * <p>It reads the text, because the library's syntax tree is private, and skips strings, regular expressions, quoted
 * names and comments. The result includes names that the expression binds itself.
 */
final class References {

    /** The characters that end a name, in addition to white space. */
    private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private int at;
    /** Whether a slash here is a division; otherwise it begins a regular expression. */
    private boolean afterOperand;

    private References(String text) {
        this.text = text;
    }

    static Set<String> of(String expression) {
        References references = new References(expression);
        references.scan();
        return references.names;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (text.startsWith("/*", at)) {
                at = end(text.indexOf("*/", at + 2), 2);
            } else if (c == '/' && !afterOperand) {
                skipRegularExpression();
            } else if (c == '"' || c == '\'' || c == '`') {
                skipQuoted(c);
            } else if (c == '$') {
                reference();
            } else if (OPERATORS.indexOf(c) < 0) {
                afterOperand = !isOperatorWord(name());
            } else {
                boolean wildcard = (c == '*' || c == '%') && !afterOperand;
                afterOperand = wildcard || c == ')' || c == ']' || c == '}';
                at++;
            }
        }
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
        afterOperand = true;
    }

    /** Skips a regular expression as the JSONata library does: a slash within brackets does not end it. */
    private void skipRegularExpression() {
        int depth = 0;
        at++;
        while (at < text.length() && (text.charAt(at) != '/' || depth != 0)) {
            char c = text.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
        afterOperand = true;
    }

    private int end(int found, int length) {
        return found < 0 ? text.length() : found + length;
    }

    private void reference() {
        at++;
        String name = name();
        afterOperand = true;
        if (name.isEmpty() && at < text.length() && text.charAt(at) == '$') {
            at++;
            name = "$" + name();
        }
        if (name.isEmpty()) {
            return;
        }
        names.add(name);
        if (name.equals("states")) {
            statesField();
        }
    }

    private void statesField() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '.' && !text.startsWith("..", at)) {
            at++;
            skipBlanks();
            String field = name();
            if (!field.isEmpty()) {
                names.add("states." + field);
            }
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && OPERATORS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBlank(char c) {
        return " \t\n\r".indexOf(c) >= 0;
    }

    private static boolean isOperatorWord(String word) {
        return word.equals("and") || word.equals("or") || word.equals("in");
    }
}
