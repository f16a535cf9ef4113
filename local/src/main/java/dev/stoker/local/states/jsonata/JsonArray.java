// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;

/** A JSON array: immutable, and so are its elements. Remembers its length as text. */
public final class JsonArray extends AbstractList<Object> implements RandomAccess {

    private final Object[] elements;
    private int jsonSize = -1;

    private JsonArray(Object[] elements) {
        this.elements = elements;
    }

    /**
     * An array of these elements, each made immutable.
     *
     * @throws Json.Unsupported if one of them holds something that JSON cannot
     */
    public static JsonArray of(Collection<?> elements) {
        Object[] frozen = elements.toArray();
        for (int i = 0; i < frozen.length; i++) {
            frozen[i] = Json.freeze(frozen[i]);
        }
        return new JsonArray(frozen);
    }

    @Override
    public Object get(int index) {
        return index == 0 && size() > elements.length ? null : elements[index];
    }

    @Override
    public int size() {
        return elements.length == 0 && Undefined.isIn(this) ? 1 : elements.length;
    }

    /**
     * Refuses, with one exception: JSONata's grouping puts what is undefined into an array that is empty, and the array
     * forgets it when the evaluation ends.
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
