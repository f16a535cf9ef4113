// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RuleHashTest {
    private static String definition(String comment, String expression, String before) {
        return "States:\n  " + before + ":\n    Type: Pass\n"
                + "  Does the traffic go on?:\n    Comment: >-\n      " + comment + "\n      More.\n    Output: "
                + expression
                + "\n\n  Does N rise?:\n    Type: Choice\n";
    }

    @Test
    void an_expression_changes_it_and_a_comment_or_another_state_does_not() {
        String hash = RuleHash.of(definition("Why.", "1", "Begin"));

        assertThat(hash).matches("rule: SHA-256 [0-9a-f]{16}");
        assertThat(RuleHash.of(definition("Because.", "1", "Begin"))).isEqualTo(hash);
        assertThat(RuleHash.of(definition("Why.", "1", "Open"))).isEqualTo(hash);
        assertThat(RuleHash.of(definition("Why.", "2", "Begin"))).isNotEqualTo(hash);
    }

    @Test
    void states_with_other_names_are_an_error() {
        assertThatThrownBy(() -> RuleHash.of(definition("Why.", "1", "Begin").replace("Does N rise?", "Does it rise?")))
                .hasMessageContaining("Does N rise?");
    }
}
