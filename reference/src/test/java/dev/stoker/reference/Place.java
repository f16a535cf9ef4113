// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

/**
 * Where an expression stands.
 *
 * @param machine the definition's name, such as keep-warm
 * @param state the state's name, which is unique within a definition
 * @param field the field's path within the state, such as {@code Choices[0]/Condition}
 */
record Place(String machine, String state, String field) {

    @Override
    public String toString() {
        return machine + " / " + state + " / " + field;
    }
}
