// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Self-contained HTML pages from files beside a class. A place for a value is a name between two @. */
public final class HtmlTemplate {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

    private HtmlTemplate() {}

    /** Fills in the values by name. A name without a value stays as it is, and nothing is filled in within values. */
    public static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** A file beside a class, as text. */
    public static String read(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + name + " beside " + owner);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Text as HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
