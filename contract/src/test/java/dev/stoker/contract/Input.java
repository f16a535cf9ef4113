// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * An execution's input: one target alone, or several.
 *
 * @param fields the JSON object
 */
record Input(ObjectNode fields) {
    /** One target, with the name that users call, and the requested concurrency. */
    static Input of(String function, int concurrency) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("function", function).put("concurrency", concurrency);
        return new Input(fields);
    }

    static Input of(TargetFunction function, int concurrency) {
        return of(function.name(), concurrency);
    }

    /**
     * The same for an emulator: with more slots, a few cores need longer to send them and to start the environments. Up
     * to five slots use the defaults, which learn the hold.
     */
    Input patient() {
        // Without spare slots, because in another round they might start environments that the first round did not
        // have.
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

    /** The same with one more field, whose value may be a text, a number or a map. */
    Input with(String field, Object value) {
        ObjectNode more = fields.deepCopy();
        more.putPOJO(field, value);
        return new Input(more);
    }

    String json() {
        return Json.write(fields);
    }
}
