// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'requested':1,'warm':1,'rounds':1,'reachMillis':8,'holdMillis':20 | 1 of 1 environment of f proven warm in 1 round: reach 8 ms, hold 20 ms (0.01 % of a 4-minute interval).",
                "'requested':1,'warm':1,'rounds':1,'reachMillis':null,'holdMillis':1000 | 1 of 1 environment of f proven warm in 1 round: hold 1,000 ms (0.42 % of a 4-minute interval).",
                "'requested':1200,'warm':1000,'rounds':3 | 1,000 of 1,200 environments of f proven warm in 3 rounds.",
                "'requested':10,'warm':11,'rounds':1 | 11 environments of f proven warm in 1 round, 1 more than requested.",
                "'requested':20,'warm':0,'unproven':20,'rounds':1 | 0 of 20 environments of f proven warm in 1 round; 20 answered without proof.",
                "'requested':20,'warm':0,'unproven':20,'rounds':1,'holdMillis':null,'protocol':'zappa' | 0 of 20 environments of f proven warm in 1 round; 20 answered without proof, since answers of the protocol zappa did not identify their environment.",
            })
    void what_was_proven_is_one_sentence(String fields, String sentence) {
        assertThat(Verdict.proven(target(fields))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'reason':'It grows','throttled':8 | It grows.",
                "'throttled':8,'failed':1 | Throttled sleep tasks: 8",
                "'failed':2,'errors':{'Sandbox.Timedout':2},'unproven':3 | Failed sleep tasks: 2 × Sandbox.Timedout. The function's log",
                "'unproven':3,'rounds':1 | set proof to none",
                "'rounds':0 | failed before a round opened",
                "'rounds':3 | Raise maxHoldMillis or maxRounds",
            })
    void a_shortfall_has_a_reason_and_a_remedy(String fields, String part) {
        assertThat(Verdict.reason(target(fields))).contains(part);
    }

    @Test
    void priming_is_reported_where_it_ran() {
        assertThat(Verdict.priming(target("'primed':20,'primeFailed':0"))).contains("Primed 20 environments.");
        assertThat(Verdict.priming(target("'primed':1,'primeFailed':2")))
                .get()
                .asString()
                .startsWith("Primed 1 environment; in 2 priming failed");
        assertThat(Verdict.priming(target("'primed':0,'primeFailed':0"))).isEmpty();
        assertThat(Verdict.priming(target("'warm':1"))).isEmpty();
    }

    @Test
    void a_limit_that_could_not_be_read_is_reported_with_its_remedy() {
        assertThat(Verdict.unknownLimit(target("'limitKnown':false")))
                .get()
                .asString()
                .contains("80 %", "Allow");
        assertThat(Verdict.unknownLimit(target("'limitKnown':true"))).isEmpty();
        assertThat(Verdict.unknownLimit(target("'warm':1"))).isEmpty();
    }

    private static TargetOutput target(String fields) {
        String json = "{'targets':[{'function':'f'," + fields + "}]}";
        return CycleOutput.read(json.replace('\'', '"')).orElseThrow().targets().get(0);
    }
}
