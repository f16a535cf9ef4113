// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are not from the JSONata library: those that Step Functions adds, those that need a clock or
 * random numbers, and those in which the library differs from the reference implementation.
 */
final class JsonataFunctions {

    private final LongSupplier clock;
    private final Random random;
    private long nowMillis;

    JsonataFunctions(LongSupplier clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    /** Reads the clock, which stands still during an evaluation in JSONata. */
    void readClock() {
        nowMillis = clock.getAsLong();
    }

    /** The result of {@code $millis()} in the last evaluation. */
    long nowMillis() {
        return nowMillis;
    }

    /** The functions by name, without the dollar; the signatures are those of JSONata 2.0.6. */
    Map<String, Jsonata.JFunction> byName() {
        return Map.ofEntries(
                function("millis", "<:n>", args -> nowMillis),
                function("now", "<s?s?:s>", this::now),
                function("random", "<n?:n>", this::random),
                function("uuid", "<:s>", args -> uuid()),
                function("shuffle", "<a:a>", this::shuffle),
                function("partition", "<an:a>", DialectFunctions::partition),
                function("range", "<nnn:a>", DialectFunctions::range),
                function("hash", "<ss:s>", DialectFunctions::hash),
                function("parse", "<s-:x>", DialectFunctions::parse),
                function("string", "<x-b?:s>", TextFunctions::string),
                function("number", "<(nsb)-:n>", TextFunctions::number),
                function("sum", "<a<n>:n>", Numbers::sum),
                function("average", "<a<n>:n>", Numbers::average),
                function("pad", "<s-ns?:s>", TextFunctions::pad),
                function("substring", "<s-nn?:s>", TextFunctions::substring),
                function("contains", "<s-(sf):b>", TextFunctions::contains),
                function("match", "<s-f<s:o>n?:a<o>>", TextFunctions::match),
                function("split", "<s-(sf)n?:a<s>>", TextFunctions::split),
                function("replace", "<s-(sf)(sf)n?:s>", ReplaceFunction::replace),
                function("sort", "<af?:a>", SortFunction::sort));
    }

    /** The argument, or null if it is missing or undefined. */
    static @Nullable Object argument(List<?> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    /** Whether a value is a function: the library's, ours, or a lambda, which is a part of the syntax tree. */
    static boolean isFunction(@Nullable Object value) {
        return Utils.isFunction(value) || Library.isLambda(value);
    }

    /** Calls a function that was passed as an argument. */
    static @Nullable Object call(@Nullable Object function, @Nullable Object... args) {
        try {
            return com.dashjoin.jsonata.Functions.funcApply(function, new ArrayList<>(Arrays.asList(args)));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new JException(e, e.getMessage(), -1, null, null);
        }
    }

    private static Map.Entry<String, Jsonata.JFunction> function(
            String name, String signature, Function<List<?>, Object> body) {
        return Map.entry(name, NativeFunction.of(name, signature, body));
    }

    private Object now(List<?> args) {
        return com.dashjoin.jsonata.Functions.dateTimeFromMillis(
                nowMillis, (String) argument(args, 0), (String) argument(args, 1));
    }

    /** With a seed, the number is that of java.util.Random, as measured on AWS. Source: floci-io/floci issue 2662. */
    private Object random(List<?> args) {
        Object seed = argument(args, 0);
        return seed == null ? random.nextDouble() : new Random(((Number) seed).longValue()).nextDouble();
    }

    private Object uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private @Nullable Object shuffle(List<?> args) {
        if (argument(args, 0) == null) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>((Collection<?>) args.get(0));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
