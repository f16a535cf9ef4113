// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void lines_break_at_spaces_and_only_a_word_alone_may_be_too_long() {
        assertThat(Paragraph.lines("one two three incomprehensible four", 9))
                .containsExactly("one two", "three", "incomprehensible", "four");
    }
}
