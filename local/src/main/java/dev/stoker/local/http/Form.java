// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a Query request asks for: fields by name, lists as {@code Name.member.1} and so on. */
public final class Form {
    private final Map<String, String> fields;

    Form(Map<String, String> fields) {
        this.fields = fields;
    }

    static Form of(WireRequest request) {
        return new Form(request.body().length > 0 ? WireRequest.decoded(request.text()) : request.query());
    }

    /** A field; null if it is not there. */
    public String get(String name) {
        return fields.get(name);
    }

    /**
     * A field that must be there.
     *
     * @throws AwsError ValidationError
     */
    public String required(String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new AwsError(
                    "ValidationError",
                    "1 validation error detected: Value null at '" + Character.toLowerCase(name.charAt(0))
                            + name.substring(1) + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    /** A list of texts. */
    public List<String> list(String name) {
        List<String> list = new ArrayList<>();
        for (int i = 1; fields.containsKey(name + ".member." + i); i++) {
            list.add(fields.get(name + ".member." + i));
        }
        return list;
    }

    /** A list of pairs, by the first of each. */
    public Map<String, String> pairs(String name, String key, String value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 1; fields.containsKey(name + ".member." + i + "." + key); i++) {
            String member = name + ".member." + i + ".";
            pairs.put(fields.get(member + key), fields.getOrDefault(member + value, ""));
        }
        return pairs;
    }

    /** Names of fields, of lists without what follows their name, that are not among these. */
    Set<String> namesBut(Set<String> known) {
        Set<String> names = new TreeSet<>();
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                names.add(name.replaceFirst("\\..*", ""));
            }
        });
        names.removeAll(known);
        names.removeAll(Set.of("Action", "Version"));
        return names;
    }
}
