// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.Jsonata;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Operations for any JSON value. */
public final class Json {

    /** JSON's null. Java's null means that there is no value, which is undefined in JSONata. */
    public static final Object NULL = Jsonata.NULL_VALUE;

    private Json() {}

    /**
     * Reads one JSON document.
     *
     * @throws MalformedJson if the text is not JSON, or holds more than one document
     */
    public static Object parse(String text) throws MalformedJson {
        return JsonReader.lenient().read(text);
    }

    /**
     * Parses one JSON document without duplicate names in objects.
     *
     * @throws MalformedJson if an object has duplicate names, or if the text is not JSON
     */
    public static Object parseStrictly(String text) throws MalformedJson {
        return JsonReader.strict().read(text);
    }

    /** The value as compact JSON text; numbers as JavaScript writes them: {@code 7}, never {@code 7.0}. */
    public static String text(Object value) {
        StringBuilder text = new StringBuilder();
        JsonWriter.write(value, text);
        return text.toString();
    }

    /** The length of the value's JSON text in bytes of UTF-8. Arrays and objects cache it. */
    public static int size(Object value) {
        if (value instanceof JsonArray array) {
            return array.jsonSize();
        }
        if (value instanceof JsonObject object) {
            return object.jsonSize();
        }
        return JsonWriter.scalarSize(value);
    }

    /** JSONata's name of the value's type: null, boolean, number, string, array or object. */
    public static String typeName(Object value) {
        if (value == NULL) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof String) {
            return "string";
        }
        return value instanceof List ? "array" : "object";
    }

    /**
     * The immutable copy of a value from an expression or from Java code. Immutable values are not copied.
     *
     * @throws Unsupported if it contains something that JSON cannot represent
     */
    public static Object freeze(@Nullable Object built) throws Unsupported {
        if (built == null) {
            return NULL;
        }
        if (built == NULL
                || built instanceof String
                || built instanceof Boolean
                || built instanceof JsonArray
                || built instanceof JsonObject) {
            return built;
        }
        if (built instanceof Number number) {
            return Numbers.normal(number);
        }
        if (built instanceof List<?> list) {
            return JsonArray.of(list);
        }
        if (built instanceof Map<?, ?> map) {
            return JsonObject.of(map);
        }
        throw new Unsupported("a " + built.getClass().getSimpleName());
    }

    /** A text is not JSON. The message contains the problem. */
    public static final class MalformedJson extends Exception {
        private static final long serialVersionUID = 1;

        MalformedJson(String message) {
            super(message);
        }
    }

    /** A value contains something that JSON cannot represent: a function, or a number that is not finite. */
    public static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsupported(String what) {
            super(what);
        }
    }

    /** A JSON array: immutable, with immutable elements. It caches the length of its text. */
    public static final class JsonArray extends AbstractList<Object> implements RandomAccess {

        private final Object[] elements;
        private int jsonSize = -1;

        private JsonArray(Object[] elements) {
            this.elements = elements;
        }

        /**
         * An array of these elements, each made immutable.
         *
         * @throws Json.Unsupported if one of them contains something that JSON cannot represent
         */
        public static JsonArray of(Collection<?> elements) {
            Object[] frozen = elements.toArray();
            for (int i = 0; i < frozen.length; i++) {
                frozen[i] = Json.freeze(frozen[i]);
            }
            return new JsonArray(frozen);
        }

        @Override
        public @Nullable Object get(int index) {
            return index == 0 && size() > elements.length ? null : elements[index];
        }

        @Override
        public int size() {
            return elements.length == 0 && Undefined.isIn(this) ? 1 : elements.length;
        }

        /**
         * Throws, with one exception: JSONata's grouping adds undefined to an empty array, and the array removes it
         * when the evaluation ends.
         */
        @Override
        public boolean add(Object undefined) {
            if (undefined != null || elements.length > 0) {
                throw new UnsupportedOperationException("a JSON value cannot be changed");
            }
            return Undefined.add(this);
        }

        int jsonSize() {
            if (jsonSize < 0) {
                int size = 2 + Math.max(0, elements.length - 1);
                for (Object element : elements) {
                    size += Json.size(element);
                }
                jsonSize = size;
            }
            return jsonSize;
        }
    }
}
