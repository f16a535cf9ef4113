// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata, except those with a clock or random numbers.
 *
 * <p>Sources: Step Functions developer guide, "Transforming data with JSONata", functions; and measurements with
 * TestState in us-east-1 (floci-io/floci pull request 2676): integer arguments are truncated towards zero,
 * {@code $range} has no limit of items except the memory of an evaluation, and of six unusual calls five return nothing
 * and one, {@code $partition(array, -1)}, is an error. We assume that a part of no items and a step of 0 are among the
 * five; the published excerpt does not list them.
 */
final class DialectFunctions {

    /** Source: floci-io/floci pull request 2790, measured with TestState in us-east-1. */
    private static final BigInteger MOST_ITEMS = BigInteger.valueOf(360_145);

    private static final Set<String> DIGESTS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private DialectFunctions() {}

    static @Nullable Object partition(List<?> args) {
        List<?> array = (List<?>) JsonataFunctions.argument(args, 0);
        Number size = (Number) JsonataFunctions.argument(args, 1);
        if (array == null || size == null || size.intValue() == 0) {
            return null;
        }
        int length = size.intValue();
        if (length < 0) {
            throw new JException("$partition: the size of a part must not be negative, got " + length, -1);
        }
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < array.size(); from += length) {
            parts.add(new ArrayList<Object>(array.subList(from, Math.min(array.size(), from + length))));
        }
        return parts;
    }

    /** Returns a sequence, not an array: a sequence of a single item becomes that item, as recorded on AWS. */
    static @Nullable Object range(List<?> args) {
        Number first = (Number) JsonataFunctions.argument(args, 0);
        Number last = (Number) JsonataFunctions.argument(args, 1);
        Number step = (Number) JsonataFunctions.argument(args, 2);
        if (first == null || last == null || step == null || step.longValue() == 0) {
            return null;
        }
        BigInteger from = BigInteger.valueOf(first.longValue());
        BigInteger by = BigInteger.valueOf(step.longValue());
        BigInteger count =
                BigInteger.valueOf(last.longValue()).subtract(from).divide(by).add(BigInteger.ONE);
        boolean towards = Long.signum(step.longValue()) * Long.compare(last.longValue(), first.longValue()) >= 0;
        List<Object> items = Utils.createSequence();
        if (!towards) {
            return items;
        }
        if (count.compareTo(MOST_ITEMS) > 0) {
            throw Bounds.memory();
        }
        for (int i = 0; i < count.intValue(); i++) {
            items.add(Utils.convertNumber(first.longValue() + i * step.longValue()));
        }
        return items;
    }

    static @Nullable Object hash(List<?> args) {
        String data = (String) JsonataFunctions.argument(args, 0);
        if (data == null) {
            return null;
        }
        String algorithm = (String) JsonataFunctions.argument(args, 1);
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

    static @Nullable Object parse(List<?> args) {
        String text = (String) JsonataFunctions.argument(args, 0);
        if (text == null) {
            return null;
        }
        try {
            return Json.parse(text);
        } catch (Json.MalformedJson e) {
            throw new JException("$parse: the text is not JSON: " + e.getMessage(), -1);
        }
    }
}
