// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object: immutable, with immutable values. Its names keep their order. It caches the length of its text. */
public final class JsonObject extends AbstractMap<String, Object> {

    /** The object without a name. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, Object> members;
    private int jsonSize = -1;

    private JsonObject(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * An object with these members, each value made immutable.
     *
     * @throws Json.Unsupported if one of them contains something that JSON cannot represent
     */
    public static JsonObject of(Map<?, ?> members) {
        Map<String, Object> frozen = new LinkedHashMap<>();
        members.forEach((name, value) -> frozen.put((String) name, Json.freeze(value)));
        return new JsonObject(frozen);
    }

    /**
     * An object with these members.
     *
     * @param namesAndValues a name, its value, the next name, and so on
     */
    public static JsonObject ofPairs(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], Json.freeze(namesAndValues[i + 1]));
        }
        return new JsonObject(members);
    }

    /** This object with one more member, or another value for it. */
    public JsonObject with(String name, @Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        copy.put(name, Json.freeze(value));
        return new JsonObject(copy);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return members.containsKey(name);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }

    int jsonSize() {
        if (jsonSize < 0) {
            int size = 2 + Math.max(0, members.size() - 1);
            for (Entry<String, Object> member : members.entrySet()) {
                size += JsonWriter.scalarSize(member.getKey()) + 1 + Json.size(member.getValue());
            }
            jsonSize = size;
        }
        return jsonSize;
    }
}
