// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** XML being written: elements and texts, as AWS's answers have them. */
public final class Xml {
    private final StringBuilder text = new StringBuilder();

    /** A document whose root has a namespace, or none if that is null. */
    public static Xml root(String name, String namespace, Consumer<Xml> content) {
        Xml xml = new Xml();
        xml.text.append('<').append(name);
        if (namespace != null) {
            xml.text.append(" xmlns=\"").append(namespace).append('"');
        }
        xml.text.append('>');
        content.accept(xml);
        xml.text.append("</").append(name).append('>');
        return xml;
    }

    /** An element with a text; none if the value is null. */
    public Xml add(String name, Object value) {
        return value == null ? this : add(name, content -> content.append(value.toString()));
    }

    /** An element with elements. */
    public Xml add(String name, Consumer<Xml> content) {
        text.append('<').append(name).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    /** Text. */
    public void append(String value) {
        escaped(value);
    }

    /** An element with one element {@code member} for each item. */
    public <T> Xml members(String name, Iterable<T> items, BiConsumer<Xml, T> content) {
        return add(name, list -> items.forEach(item -> list.add("member", member -> content.accept(member, item))));
    }

    String document() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#xD;");
                default -> text.append(isAllowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** XML 1.0 has no way to write the other control characters. */
    private static boolean isAllowed(char c) {
        return c >= ' ' || c == '\n' || c == '\t';
    }
}
