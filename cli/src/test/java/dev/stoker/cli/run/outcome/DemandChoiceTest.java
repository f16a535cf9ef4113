// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandChoiceTest {
    private static DemandChoice of(String demand) {
        String output = "{\"targets\":[{\"function\":\"orders\",\"demand\":" + demand.replace('\'', '"') + "}]}";
        return requireNonNull(
                CycleOutput.read(output).orElseThrow().targets().get(0).demand());
    }

    @Test
    void one_line_says_the_number_its_reason_and_what_users_needed() {
        assertThat(of("{'mean':3.2,'peak':9,'fixed':11,'reactive':12,'profile':15,'by':'profile','chosen':1500}")
                        .sentence())
                .isEqualTo(
                        "N follows demand: 1,500, from the same hours of earlier weeks. Users needed 9 of the kept"
                                + " environments at once (mean concurrency 3.20). Guesses: fixed 11, last intervals 12, hours of the week 15.");
    }

    @Test
    void in_the_first_week_the_hours_are_not_known() {
        assertThat(of("{'mean':0,'peak':0,'fixed':2,'reactive':2,'profile':null,'by':'fixed','chosen':2}")
                        .sentence())
                .isEqualTo(
                        "N follows demand: 2, a fixed number that was enough so far. Users needed 0 of the kept"
                                + " environments at once (mean concurrency 0.00). Guesses: fixed 2, last intervals 2, hours of the week not known yet.");
    }

    @Test
    void without_reports_it_stays() {
        assertThat(of("{'mean':null,'peak':null,'by':'lastCycle','chosen':7}").sentence())
                .isEqualTo("N follows demand: it stays at 7, because no environment reported users.");
    }

    @Test
    void a_rest_says_what_was_not_proven() {
        assertThat(of("{'mean':null,'peak':null,'by':'lastCycle','chosen':17,'rest':{'notProven':15,'left':2}}")
                        .sentence())
                .isEqualTo(
                        "N follows demand: 17. This cycle rested: the probes found users as busy as before, so users keep"
                                + " the environments warm. 15 of them were not proven now. At most 2 cycles more may rest.");
        assertThat(of("{'by':'lastCycle','chosen':17,'rest':{'notProven':15,'left':0}}")
                        .sentence())
                .endsWith(" The next cycle proves all.");
    }

    @ParameterizedTest
    @CsvSource({
        "reactive, from the last intervals",
        "users, 'as many as users needed, more than were kept'",
        "moon, by moon"
    })
    void each_reason_has_its_words(String by, String words) {
        assertThat(of("{'mean':1,'peak':1,'fixed':2,'reactive':2,'by':'" + by + "','chosen':2}")
                        .sentence())
                .startsWith("N follows demand: 2, " + words + ".");
    }
}
