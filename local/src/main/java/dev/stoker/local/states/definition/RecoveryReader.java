// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.Recovery;
import dev.stoker.local.states.run.Recovery.Catcher;
import dev.stoker.local.states.run.Recovery.ErrorEquals;
import dev.stoker.local.states.run.Recovery.Retrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Retry and Catch. */
final class RecoveryReader {

    /** Source: Amazon States Language, "Retrying after error": a year and a day, in seconds. */
    private static final int MOST_DELAY_SECONDS = 31_622_400;

    private final StateReader reader;

    RecoveryReader(StateReader reader) {
        this.reader = reader;
    }

    Recovery read(Fields fields) {
        List<Retrier> retriers = new ArrayList<>();
        List<Fields> retry = fields.objects("Retry");
        for (Fields each : retry) {
            retriers.add(retrier(each, each == retry.get(retry.size() - 1)));
        }
        List<Catcher> catchers = new ArrayList<>();
        List<Fields> catches = fields.objects("Catch");
        for (Fields each : catches) {
            catchers.add(catcher(each, each == catches.get(catches.size() - 1)));
        }
        return new Recovery(List.copyOf(retriers), List.copyOf(catchers));
    }

    private static Retrier retrier(Fields fields, boolean last) {
        ErrorEquals errors = errors(fields, last);
        int interval = whole(fields, "IntervalSeconds", 1, WholeNumber.MOST, 1);
        int attempts = whole(fields, "MaxAttempts", 0, WholeNumber.MOST, 3);
        int maxDelay = whole(fields, "MaxDelaySeconds", 1, MOST_DELAY_SECONDS, MOST_DELAY_SECONDS);
        String jitter = fields.string("JitterStrategy").orElse("NONE");
        if (!jitter.equals("FULL") && !jitter.equals("NONE")) {
            fields.problem(
                    "JitterStrategy", "The field 'JitterStrategy' should have one of these values: [FULL, NONE]");
        }
        Retrier retrier = new Retrier(errors, interval, attempts, backoffRate(fields), maxDelay, jitter.equals("FULL"));
        fields.finish();
        return retrier;
    }

    private static double backoffRate(Fields fields) {
        Object rate = fields.value("BackoffRate");
        if (rate == null) {
            return 2;
        }
        if (rate instanceof Number number && number.doubleValue() >= 1) {
            return number.doubleValue();
        }
        fields.problem(
                "BackoffRate", "The field 'BackoffRate' must be a number of at least 1, but was " + Json.text(rate));
        return 1;
    }

    private static int whole(Fields fields, String name, int least, int most, int unlessGiven) {
        Object value = fields.value(name);
        if (value == null) {
            return unlessGiven;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        fields.problem(
                name,
                "The field '" + name + "' must be a whole number from " + least + " to " + most + ", but was "
                        + Json.text(value));
        return least;
    }

    private Catcher catcher(Fields fields, boolean last) {
        ErrorEquals errors = errors(fields, last);
        Catcher catcher =
                new Catcher(errors, reader.exit(fields, Reach.ERROR, Optional.of(fields.requiredString("Next"))));
        fields.finish();
        return catcher;
    }

    private static ErrorEquals errors(Fields fields, boolean last) {
        List<String> names = new ArrayList<>();
        if (fields.value("ErrorEquals") instanceof List<?> list && !list.isEmpty()) {
            for (Object name : list) {
                if (name instanceof String text) {
                    names.add(text);
                } else {
                    fields.problem("ErrorEquals", "Expected value of type String, but was " + Json.text(name));
                }
            }
        } else {
            fields.problem("ErrorEquals", "The field 'ErrorEquals' is required and must be an array of names");
        }
        if (names.contains(ErrorEquals.ALL) && (names.size() > 1 || !last)) {
            fields.problem("ErrorEquals", "'States.ALL' must appear alone, and in the last element");
        }
        return new ErrorEquals(List.copyOf(names));
    }
}
