// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the assertions of the suite: they accept a valid cycle, and fail for each possible error. */
final class CycleAssertTest {
    private static final String SOUND = """
            {"requested":2,"warm":2,"targets":[{"function":"f","requested":2,"warm":2,"unproven":0,"rounds":1,"bestRound":1,\
            "openedAt":1000,"holdUntil":1300,"holdMillis":300,"reachMillis":90,"spreadMillis":0,"coldStarts":1,"failed":0,\
            "throttled":0,"errors":{},"used":1,"served":3,"busyMillis":40,"userColdStarts":0,"primed":0,"primeFailed":0,"heldMillis":420,"slots":2,\
            "spare":0,"late":0,"sleepTasks":2,"executions":1,"arrivals":{"90":1},"reservedConcurrency":null,"limitKnown":true,"environments":[\
            {"id":"AAAAAAAAAAAA","coldStart":false,"initializedAt":500,"initMillis":80,"arrivedAt":1090,"releasedAt":1300,"served":3},\
            {"id":"BBBBBBBBBBBB","coldStart":true,"initializedAt":1080,"initMillis":null,"arrivedAt":1090,"releasedAt":1300,"served":0}\
            ]}]}""";

    @Test
    void a_sound_cycle_passes() {
        assertThatCycle(succeeded(SOUND))
                .succeeded()
                .says(target -> assertThat(target.ids()).isEqualTo(Set.of("AAAAAAAAAAAA", "BBBBBBBBBBBB")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"requested\":2,\"warm\":2,\"targets\"; \"requested\":2,\"warm\":1,\"targets\"; warm is the sum",
                "\"requested\":2,\"warm\":2,\"unproven\"; \"requested\":2,\"warm\":1,\"unproven\"; warm is the sum",
                "\"unproven\":0; \"unproven\":1; at most the slots",
                "\"bestRound\":1; \"bestRound\":2; bestRound is one of the rounds",
                "\"holdUntil\":1300; \"holdUntil\":1301; make holdUntil",
                "\"reachMillis\":90; \"reachMillis\":91; reachMillis is the latest",
                "\"reachMillis\":90; \"reachMillis\":null; there together",
                "\"spreadMillis\":0; \"spreadMillis\":1; spreadMillis is from the first",
                "\"coldStarts\":1; \"coldStarts\":2; cold starts are all",
                "\"failed\":0; \"failed\":1; errors add up",
                "\"errors\":{}; \"errors\":{\"E\":1}; errors add up",
                "\"used\":1; \"used\":4; each used environment has served",
                "\"served\":3,\"busyMillis\"; \"served\":2,\"busyMillis\"; users are all",
                "\"userColdStarts\":0; \"userColdStarts\":2; who met a cold start",
                "\"heldMillis\":420; \"heldMillis\":419; hold is all",
                "\"slots\":2; \"slots\":3; slots without spare ones are at most requested",
                "\"slots\":2; \"slots\":1; at most the slots",
                "\"reservedConcurrency\":null; \"reservedConcurrency\":2; 80 %",
                "BBBBBBBBBBBB; AAAAAAAAAAAA; ids are distinct",
                "BBBBBBBBBBBB; BBBB; 12 base64url characters",
                "\"initializedAt\":1080; \"initializedAt\":1091; INIT before arrival",
                "\"errors\":{},; ; errors are there",
                "\"environments\"; \"reason\":\"Few.\",\"environments\"; no reason",
                "\"used\":1,; ; used",
                "\"used\":1; \"used\":\"1\"; used",
                "\"used\":1; \"used\":1.0; used",
                "\"used\":1; \"used\":null; used",
                "\"used\":1; \"used\":1,\"extra\":0; extra",
                "\"coldStart\":true; \"coldStart\":1; coldStart",
            })
    void each_broken_rule_is_found(String sound, String broken, String found) {
        assertThat(SOUND).contains(sound);
        String output = SOUND.replaceFirst(Pattern.quote(sound), broken == null ? "" : broken);

        assertThatThrownBy(() -> assertThatCycle(succeeded(output)).succeeded())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(found);
    }

    @Test
    void a_shortfall_without_a_reason_is_found() {
        String output = SOUND.replace("\"requested\":2", "\"requested\":3");

        assertThatThrownBy(() -> assertThatCycle(fellShort(output)).fellShort())
                .hasMessageContaining("a reason where fewer");
    }

    @Test
    void a_cause_that_is_too_long_is_found() {
        Cycle cycle = fellShort(SOUND + " ".repeat(30_000));

        assertThatThrownBy(() -> assertThatCycle(cycle).fellShort()).hasMessageContaining("30000 characters");
    }

    @Test
    void an_end_of_another_kind_is_found_and_the_whole_cycle_is_shown() {
        Cycle cycle = new Cycle("{\"in\":1}", "FAILED", "States.Runtime", "why", null);

        assertThatThrownBy(() -> assertThatCycle(cycle).succeeded()).hasMessageContaining("{\"in\":1}");
        assertThatThrownBy(() -> assertThatCycle(cycle).fellShort()).hasMessageContaining("States.Runtime");
        assertThatThrownBy(() -> assertThatCycle(cycle).isInvalid()).hasMessageContaining("why");
    }

    @Test
    void fewer_environments_than_said_are_found() {
        assertThatThrownBy(() -> assertThatCycle(succeeded(SOUND)).provesEnvironments(3))
                .hasMessageContaining("3 environments");
    }

    @Test
    void fewer_are_enough_again_only_if_the_longest_hold_was_missed() {
        String missed = """
                {"requested":2,"warm":1,"targets":[{"function":"f","requested":2,"warm":1,"unproven":0,"rounds":1,"bestRound":1,\
                "openedAt":1000,"holdUntil":4000,"holdMillis":3000,"reachMillis":3100,"spreadMillis":0,"coldStarts":0,"failed":0,\
                "throttled":0,"errors":{},"used":0,"served":0,"busyMillis":0,"userColdStarts":0,"primed":0,"primeFailed":0,"heldMillis":0,"slots":2,\
                "spare":0,"late":2,"sleepTasks":2,"executions":1,"arrivals":{"3200":2},"reservedConcurrency":null,"limitKnown":true,\
                "reason":"Late.","environments":[\
                {"id":"AAAAAAAAAAAA","coldStart":false,"initializedAt":500,"initMillis":80,"arrivedAt":4100,"releasedAt":4100,"served":0}\
                ]}]}""";
        String inTime = missed.replace("3100", "2900").replace("4100", "3900").replace("\"late\":2", "\"late\":0");
        Set<String> known = Set.of("AAAAAAAAAAAA", "BBBBBBBBBBBB");

        Cycle late = fellShort(missed);
        proveAgain(known, true, late, late, late);
        assertThatThrownBy(() -> proveAgain(known, false, late, late, late))
                .as("fewer are never enough on the embedded AWS")
                .hasMessageContaining("2 environments in one of 3 cycles");
        assertThatThrownBy(() -> proveAgain(Set.of("BBBBBBBBBBBB"), true, late)).hasMessageContaining("AAAAAAAAAAAA");
        assertThatThrownBy(() -> proveAgain(known, true, fellShort(inTime)))
                .hasMessageContaining("should have succeeded");
        assertThatThrownBy(() -> proveAgain(known, true, late, late, fellShort(inTime)))
                .as("one that was in time, after two that were not")
                .hasMessageContaining("should have succeeded");
    }

    /** With these cycles, each of which must run. */
    private static void proveAgain(Set<String> ids, boolean isLocalStack, Cycle... cycles) {
        Iterator<Cycle> next = List.of(cycles).iterator();
        CycleAssert.proveAgain(ids, isLocalStack, next::next);
        assertThat(next).isExhausted();
    }

    private static Cycle fellShort(String cause) {
        return new Cycle("{}", "FAILED", "Stoker.Shortfall", cause, null);
    }

    private static Cycle succeeded(String output) {
        return new Cycle("{}", "SUCCEEDED", null, null, output);
    }
}
