// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.Skip;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The README's picture of the demo follows from the record of a run. {@code docs/pictures/draw-demo} records and draws it. */
class DemoPictureTest {
    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final Path PICTURE = ROOT.resolve("docs/pictures/demo.svg");

    @Test
    void the_picture_is_drawn_from_the_record() throws Exception {
        assertThat(drawn()).as("drawn by docs/pictures/draw-demo").isEqualTo(Files.readString(PICTURE));
    }

    @Test
    void it_moves_without_a_script_unless_motion_is_not_wanted() throws IOException {
        assertThat(PICTURE)
                .content()
                .containsSubsequence("@media (prefers-reduced-motion: no-preference)", "@keyframes reveal", "</style>")
                .doesNotContain("<script", "href");
    }

    @Test
    void the_record_is_of_the_readmes_command_and_its_events_are_what_the_output_says() throws Exception {
        JsonNode record = Json.read(Files.readString(ROOT.resolve("docs/pictures/demo.json")));
        List<JsonNode> events =
                StreamSupport.stream(record.path("events").spliterator(), false).toList();

        assertThat(ROOT.resolve("README.md"))
                .content()
                .contains("\n" + record.path("command").asText() + " ");
        long firstCycle = events.stream()
                .filter(event -> event.path(0).asText().equals("c"))
                .mapToLong(event -> event.path(1).asLong())
                .min()
                .orElseThrow();
        long cold = events.stream()
                .filter(event ->
                        event.path(0).asText().equals("s") && event.path(1).asLong() <= firstCycle)
                .count();
        assertThat(record.at("/output/0").asText()).endsWith(cold + " cold starts");
        List<String> proven = events.stream()
                .filter(event -> event.path(0).asText().equals("d"))
                .map(event -> {
                    int requested = event.path(3).asInt();
                    int warm = event.path(4).asInt();
                    return Count.proven(warm, requested, "") + Count.beyond(warm, requested);
                })
                .toList();
        assertThat(StreamSupport.stream(record.path("output").spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(line -> line.contains("the schedule ticks"))
                        .map(line -> line.replaceFirst("^.*the schedule ticks +", "")))
                .isEqualTo(proven);
    }

    private static String drawn() throws IOException, InterruptedException {
        Process drawing;
        try {
            drawing = new ProcessBuilder(
                            "python3", ROOT.resolve("docs/pictures/draw-demo").toString(), "--print")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            throw Skip.because("the drawing of the demo's picture", "there is no python3 on PATH.");
        }
        String text = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(drawing.waitFor()).as("draw-demo --print").isZero();
        return text;
    }
}
