// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * An execution's input: one target alone, or several.
 *
 * @param fields of the JSON object
 */
record Input(ObjectNode fields) {
    /** One target, named as users call it, and the environments asked for. */
    static Input of(String function, int concurrency) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("function", function).put("concurrency", concurrency);
        return new Input(fields);
    }

    static Input of(TargetFunction function, int concurrency) {
        return of(function.name(), concurrency);
    }

    /**
     * The same for an emulator: the more slots there are, the longer some few cores take to send them, and to start so many
     * environments. Up to five slots are left to the defaults, which find the hold themselves.
     */
    Input patient() {
        // Without spare slots: in a further round they might start environments that the first did not have.
        Input longer = with("maxHoldMillis", 3000).with("maxSpare", 0);
        return fields.get("concurrency").asInt() < 20
                ? longer
                : longer.with("holdMillis", 3000).with("maxRounds", 5).with("timeoutSeconds", 120);
    }

    static Input ofTargets(Input... targets) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.putArray("targets").addAll(Stream.of(targets).map(Input::fields).toList());
        return new Input(fields);
    }

    /** The same with one more field, whatever {@code value} is: a text, a number, a map. */
    Input with(String field, Object value) {
        ObjectNode more = fields.deepCopy();
        more.putPOJO(field, value);
        return new Input(more);
    }

    String json() {
        return Json.write(fields);
    }
}
