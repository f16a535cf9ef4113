// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that names a file of text takes a byte order mark, and names the encoding of one that is not UTF-8. */
class EncodingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --stack=s --input=",
                "run --local --concurrency=1 --event=",
                "demo --event=",
                "estimate --concurrency=1 --prices=",
                "report --input="
            })
    void utf_16_is_named(String command) throws IOException {
        Path file = Files.writeString(folder.resolve("utf-16.json"), "{}", StandardCharsets.UTF_16);

        Ran ran = stoker((command + file).split(" ")).ends(2);

        assertThat(ran.err()).contains("must be text in UTF-8, got UTF-16. Save the file in UTF-8.");
    }

    @Test
    void a_byte_order_mark_is_taken() throws IOException {
        String prices = stoker("estimate", "--print-prices").ends(0).out();
        Path marked = Files.writeString(folder.resolve("prices.json"), "\uFEFF" + prices);
        Path cycle = Files.writeString(
                folder.resolve("cycles.json"),
                "\uFEFF[{\"targets\":[{\"function\":\"f\",\"requested\":1,\"warm\":1}]}]");

        stoker("estimate", "--concurrency=1", "--prices=" + marked).ends(0);
        stoker("report", "--input=" + cycle, "--out=" + folder.resolve("out.html"))
                .ends(0);
    }
}
