// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads the YAML of tables. Names of members are texts, also where they look like numbers. What is long is made here:
 * {@code {(text): [x, 3]}} stands for xxx, {@code {(list): [id-#, 2]}} for a list of id-1 and id-2; a {@code #} that stands
 * alone becomes a number.
 */
final class TableFile {

    private static final String ABSENT = "(absent)";
    private static final String LONG_TEXT = "(text)";
    private static final String LONG_LIST = "(list)";
    private static final String NUMBER = "#";

    private TableFile() {}

    static Object read(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.getFileName().toString())
                .setAllowDuplicateKeys(false)
                .build();
        return plain(new Load(settings).loadFromString(Files.readString(file)));
    }

    private static Object plain(Object read) {
        if (read instanceof List<?> items) {
            List<Object> list = new ArrayList<>();
            items.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (!(read instanceof Map<?, ?> members)) {
            return read;
        }
        if (members.get(LONG_TEXT) instanceof List<?> text) {
            return ((String) text.get(0)).repeat((int) text.get(1));
        }
        if (members.get(LONG_LIST) instanceof List<?> list) {
            return IntStream.rangeClosed(1, (int) list.get(1))
                    .mapToObj(number -> numbered(plain(list.get(0)), number))
                    .toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(String.valueOf(name), plain(value)));
        return map;
    }

    private static Object numbered(Object template, int number) {
        if (template instanceof String text) {
            return text.equals(NUMBER) ? (Object) number : text.replace(NUMBER, String.valueOf(number));
        }
        if (template instanceof Map<?, ?> members) {
            Map<String, Object> map = new LinkedHashMap<>();
            members.forEach((name, value) -> map.put((String) numbered(name + "", number), numbered(value, number)));
            return map;
        }
        if (template instanceof List<?> items) {
            return items.stream().map(item -> numbered(item, number)).toList();
        }
        return template;
    }

    /** Both, member by member; where both have one and it is no mapping, the second counts. */
    static Map<String, Object> merged(Map<?, ?> first, Map<?, ?> second) {
        Map<String, Object> merged = new LinkedHashMap<>();
        first.forEach((name, value) -> merged.put((String) name, value));
        second.forEach((name, value) -> {
            if (ABSENT.equals(value)) {
                merged.remove(name);
            } else if (value instanceof Map<?, ?> members) {
                Object before = merged.get(name);
                merged.put((String) name, merged(before instanceof Map<?, ?> common ? common : Map.of(), members));
            } else {
                merged.put((String) name, value);
            }
        });
        return merged;
    }
}
