// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    Path folder;

    private Comparison compare(String bindings, String embedded, String reference) throws IOException {
        Path question = Files.writeString(
                folder.resolve("question"),
                "{\"name\":\"a\",\"expression\":\"$keys(x)\",\"embeddedDepth\":9,\"embeddedValue\":" + embedded
                        + ",\"bindings\":" + bindings + "}\n");
        Path answer = Files.writeString(
                folder.resolve("answer"),
                "{\"name\":\"a\",\"value\":" + reference
                        + ",\"depth\":{\"every\":1,\"serial\":1},\"bytes\":{\"given\":1,\"largest\":1}}\n");
        return Comparison.compare(question, answer, 1, 0);
    }

    @Test
    void names_that_are_whole_numbers_may_come_first_as_in_JavaScript() throws IOException {
        String bindings = "{\"x\":{\"b\":1,\"2\":1}}";

        assertThat(compare(bindings, "[\"b\",\"2\"]", "[\"2\",\"b\"]").differences())
                .isEmpty();
        assertThat(compare(bindings, "[\"b\",\"2\"]", "[\"2\",\"c\"]").differences())
                .hasSize(1);
    }

    @Test
    void without_such_names_another_order_is_a_difference() throws IOException {
        assertThat(compare("{\"x\":{\"b\":1,\"a\":\"2\"}}", "[\"b\",\"a\"]", "[\"a\",\"b\"]")
                        .differences())
                .hasSize(1);
    }
}
