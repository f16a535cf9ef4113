// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What Step Functions adds to JSONata's functions, and those of JSONata that need a clock, randomness or a remedy.
 *
 * <p>Source: Step Functions developer guide, "Transforming data with JSONata", functions. Remedy: the JSONata library's
 * own {@code $string} leaves quotes in the names of members as they are, which gives text that is no JSON.
 */
final class Functions {

    /** Source: JSONata 2.0.6, error D2014: a range holds at most ten million items. */
    private static final long MOST_ITEMS = 10_000_000;

    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private final LongSupplier nowMillis;
    private final Random random;

    Functions(LongSupplier nowMillis, Random random) {
        this.nowMillis = nowMillis;
        this.random = random;
    }

    /** The functions by name, without the dollar. */
    Map<String, Jsonata.JFunction> byName() {
        return Map.ofEntries(
                function("millis", "<:n>", args -> nowMillis.getAsLong()),
                function("now", "<s?s?:s>", this::now),
                function("random", "<n?:n>", this::random),
                function("uuid", "<:s>", args -> uuid()),
                function("shuffle", "<a:a>", this::shuffle),
                function("string", "<x-b?:s>", Functions::string),
                function("partition", "<an:a>", Functions::partition),
                function("range", "<nnn:a>", Functions::range),
                function("hash", "<ss:s>", Functions::hash),
                function("parse", "<s-:x>", Functions::parse));
    }

    private static Map.Entry<String, Jsonata.JFunction> function(
            String name, String signature, Function<List<?>, Object> body) {
        return Map.entry(name, new Jsonata.JFunction((input, args) -> body.apply(args), signature));
    }

    private Object now(List<?> args) {
        return com.dashjoin.jsonata.Functions.dateTimeFromMillis(
                nowMillis.getAsLong(), (String) argument(args, 0), (String) argument(args, 1));
    }

    private Object random(List<?> args) {
        Object seed = argument(args, 0);
        return seed == null ? random.nextDouble() : new Random(((Number) seed).longValue()).nextDouble();
    }

    private Object uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private Object shuffle(List<?> args) {
        if (argument(args, 0) == null) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>((List<?>) args.get(0));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Object string(List<?> args) {
        Object value = argument(args, 0);
        if (value == null || value instanceof String) {
            return value;
        }
        if (Utils.isFunction(value)) {
            return "";
        }
        if (Boolean.TRUE.equals(argument(args, 1))) {
            return com.dashjoin.jsonata.Functions.string(value, true);
        }
        if (value instanceof Number number) {
            Utils.isNumeric(number); // throws D1001 for what JSON cannot hold
        }
        return JsonWriter.stringify(value);
    }

    private static Object partition(List<?> args) {
        List<?> array = (List<?>) argument(args, 0);
        if (array == null) {
            return null;
        }
        int size = (int) whole(args, 1);
        if (size < 1) {
            throw new JException("$partition: the size of a part must be at least 1, got " + size, -1);
        }
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < array.size(); from += size) {
            parts.add(new ArrayList<Object>(array.subList(from, Math.min(array.size(), from + size))));
        }
        return parts;
    }

    /** A sequence, not an array: one of a single item collapses to that item, as it was recorded on AWS. */
    private static Object range(List<?> args) {
        long first = whole(args, 0);
        long last = whole(args, 1);
        long step = whole(args, 2);
        if (step == 0 || Math.abs((last - first) / step) >= MOST_ITEMS) {
            throw new JException(
                    "$range: the step must not be 0 and the items at most " + MOST_ITEMS + ", got step " + step, -1);
        }
        List<Object> items = Utils.createSequence();
        for (long item = first; step > 0 ? item <= last : item >= last; item += step) {
            items.add(Utils.convertNumber(item));
        }
        return items;
    }

    private static Object hash(List<?> args) {
        String data = (String) argument(args, 0);
        if (data == null) {
            return null;
        }
        String algorithm = (String) argument(args, 1);
        if (!DIGESTS.contains(algorithm)) {
            throw new JException("$hash: the algorithm must be one of " + DIGESTS + ", got " + algorithm, -1);
        }
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static Object parse(List<?> args) {
        String text = (String) argument(args, 0);
        if (text == null) {
            return null;
        }
        try {
            return Json.parse(text);
        } catch (Json.MalformedJson e) {
            throw new JException("$parse: the text is not JSON: " + e.getMessage(), -1);
        }
    }

    /** An integer parameter is rounded down. */
    private static long whole(List<?> args, int index) {
        Object number = argument(args, index);
        if (number == null) {
            throw new JException("T0410", -1, index + 1);
        }
        return (long) Math.floor(((Number) number).doubleValue());
    }

    private static Object argument(List<?> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }
}
