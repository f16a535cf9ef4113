// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Generates random JSON values of at most 256 KiB from a seed, so that a failure can be repeated. Half of them are
 * nearly valid inputs. None names an existing function, and no valid one requests more than three environments for a
 * target.
 */
final class AnyJson {
    /**
     * The maximum input of an execution, bytes. Source: Step Functions quotas, aws-facts.md 1.4. AWS counts UTF-8;
     * LocalStack counts the longest encoding, so this class does the same.
     */
    private static final int LARGEST = 256 * 1024;

    /** Deeper than any meaningful input, but within the limits of parsers. */
    private static final int DEEPEST = 60;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Texts with a meaning in one of the languages that process them. */
    private static final List<String> ODD_TEXTS = List.of(
            "",
            "{% $error('no') %}",
            "{% 1 %}",
            "$states.input",
            "$.a",
            "a.$",
            "States.Format",
            "{\"stoker\":1}",
            "\\",
            "\\u0000",
            "\"",
            "'",
            "`",
            "${FanOutArn}",
            "__proto__",
            "targets",
            "function",
            "concurrency",
            "null",
            "\u2028",
            "*",
            "**",
            "%",
            "^");

    private final Random random;
    private final String noFunction;
    private boolean flawed;

    AnyJson(long seed, String noFunction) {
        this.random = new Random(seed);
        this.noFunction = noFunction;
    }

    /** The next value, as text. */
    String next() {
        while (true) {
            JsonNode value = random.nextInt(2) == 0 ? nearlyValid() : value(0);
            if (Json.writeWidely(value).length() < LARGEST) {
                return random.nextInt(4) == 0 ? Json.writeWidely(value) : Json.write(value);
            }
        }
    }

    private JsonNode nearlyValid() {
        flawed = random.nextBoolean();
        if (random.nextInt(3) > 0) {
            return target(random.nextInt(100));
        }
        ObjectNode input = NODES.objectNode();
        ArrayNode targets = input.putArray("targets");
        for (int count = random.nextInt(3); count >= 0; count--) {
            targets.add(flaw(8) ? value(1) : target(count));
        }
        if (flaw(8)) {
            input.set(text(), value(1));
        }
        return input;
    }

    /** Whether to make this value invalid: in one of this number of cases, if the input is to be invalid. */
    private boolean flaw(int oneOf) {
        return flawed && random.nextInt(oneOf) == 0;
    }

    private JsonNode target(int number) {
        ObjectNode target = NODES.objectNode();
        put(target, "function", () -> NODES.textNode(function(number)));
        put(target, "concurrency", () -> number(1, 3));
        maybe(target, "payload", () -> NODES.objectNode().set(text(), value(2)));
        maybe(target, "holdMillis", () -> number(1, 300));
        maybe(target, "maxHoldMillis", () -> number(300, 3000));
        maybe(target, "maxRounds", () -> number(1, 5));
        maybe(target, "timeoutSeconds", () -> number(20, 200)); // a slow emulator takes seconds to refuse a call
        if (random.nextInt(4) > 0) {
            put(target, "minWarm", () -> number(0, random.nextInt(4) / 3)); // mostly 0, so that some succeed
        }
        maybe(target, "proof", () -> NODES.textNode(pick(List.of("environment", "none"))));
        maybe(target, "protocol", () -> NODES.textNode("stoker"));
        if (flaw(8)) {
            target.set(text(), value(1));
        }
        return target;
    }

    private void maybe(ObjectNode target, String field, Supplier<JsonNode> sound) {
        if (random.nextInt(4) == 0) {
            put(target, field, sound);
        }
    }

    private void put(ObjectNode target, String field, Supplier<JsonNode> sound) {
        if (flaw(16)) {
            return;
        }
        boolean anything = flaw(8);
        target.set(field, !anything ? sound.get() : field.equals("concurrency") ? noConcurrency() : value(1));
    }

    private String function(int number) {
        String name = noFunction + "-" + number;
        return pick(List.of(
                name,
                name,
                name + ":live",
                name + ":7",
                "123456789012:function:" + name,
                flawed ? name + ":" + text() : name));
    }

    /** A nearly valid value, but never a number that would start thousands of sleep tasks. */
    private JsonNode noConcurrency() {
        return pick(List.of(
                NODES.numberNode(new BigDecimal("2.0")),
                NODES.numberNode(1.5),
                NODES.numberNode(0),
                NODES.numberNode(-1),
                NODES.numberNode(10_001 + random.nextInt(1000)),
                NODES.numberNode(new BigDecimal("1e300")),
                NODES.textNode("3"),
                NODES.nullNode(),
                object(1)));
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth < 3 ? 10 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> anyNumber();
            case 4, 5, 6 -> NODES.textNode(text());
            case 7 -> random.nextInt(20) == 0 ? deep() : array(depth + 1);
            case 8 -> array(depth + 1);
            default -> object(depth + 1);
        };
    }

    private JsonNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int count = size(depth); count > 0; count--) {
            array.add(value(depth));
        }
        return array;
    }

    private JsonNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int count = size(depth); count > 0; count--) {
            object.set(text(), value(depth));
        }
        return object;
    }

    /** Usually a small number, at the top level sometimes a large one. */
    private int size(int depth) {
        if (depth > 5) {
            return 0;
        }
        return depth == 1 && random.nextInt(10) == 0 ? random.nextInt(2000) : random.nextInt(4);
    }

    private JsonNode deep() {
        JsonNode node = NODES.textNode("bottom");
        for (int depth = random.nextInt(DEEPEST); depth > 0; depth--) {
            node = random.nextBoolean()
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set(text(), node);
        }
        return node;
    }

    private JsonNode anyNumber() {
        return switch (random.nextInt(6)) {
            case 0 -> number(-3, 3);
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(random.nextGaussian());
            case 3 -> NODES.numberNode(new BigDecimal("-0.0"));
            case 4 -> NODES.numberNode(new BigDecimal("123456789012345678901234567890.5"));
            default -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(600) - 300)));
        };
    }

    private JsonNode number(int least, int most) {
        return NODES.numberNode(least + random.nextInt(most - least + 1));
    }

    private String text() {
        int length = random.nextInt(30) == 0 ? random.nextInt(70_000) : random.nextInt(12);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.appendCodePoint(character());
        }
        return random.nextInt(6) == 0 ? pick(ODD_TEXTS) : text.toString();
    }

    private int character() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(0x20); // control characters
            case 1 -> pick(List.of(0x22, 0x5c, 0x27, 0x2f, 0x7f, 0xfeff, 0xfffd, 0x2028));
            case 2 -> 0xa0 + random.nextInt(0x2000);
            case 3 -> 0x1f300 + random.nextInt(0x300);
            default -> 0x20 + random.nextInt(0x5f);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
