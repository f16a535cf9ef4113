// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import dev.stoker.local.lambda.code.FunctionCode.TooLargeException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages as people have them. */
class FunctionCodeTest {
    @TempDir
    private Path work;

    private Path unpacked(RawZip zip) {
        return FunctionCode.of(zip.bytes()).unpackUnder(work);
    }

    private Path layered(RawZip... zips) {
        List<LayerVersion> versions = Stream.of(zips)
                .map(zip -> new LayerVersion("arn", FunctionCode.of(zip.bytes())))
                .toList();
        return LayerStack.of(versions).unpackUnder(work).orElseThrow();
    }

    @Test
    void stored_entries_whose_size_stands_behind_them_are_read() {
        Path folder = unpacked(
                new RawZip().streamed("index.js", "exports.handler = 1").streamed("b.txt", "PK"));

        assertThat(folder.resolve("index.js")).hasContent("exports.handler = 1");
        assertThat(folder.resolve("b.txt")).hasContent("PK");
    }

    @Test
    void names_keep_their_letters_where_they_are_utf_8_and_lose_no_file_where_they_are_not() throws IOException {
        Path folder = unpacked(new RawZip()
                .file("told/한글.txt", "1")
                .file("untold/한글.txt", StandardCharsets.UTF_8, "2")
                .file("old/한글.txt", Charset.forName("x-windows-949"), "3")
                .file("old/영어.txt", Charset.forName("x-windows-949"), "4"));

        assertThat(folder.resolve("told/한글.txt")).hasContent("1");
        assertThat(folder.resolve("untold/한글.txt")).hasContent("2");
        try (Stream<Path> old = Files.list(folder.resolve("old"))) {
            assertThat(old).hasSize(2);
        }
    }

    @Test
    void permissions_are_kept_and_what_the_owner_needs_to_remove_it_is_added() {
        Path folder = unpacked(new RawZip()
                .file("bootstrap", "#!/bin/sh", 0755)
                .file("notes.txt", "", 0644)
                .file("secret", "", 0));

        assertThat(folder.resolve("bootstrap")).isExecutable();
        assertThat(Files.isExecutable(folder.resolve("notes.txt"))).isFalse();
        assertThat(folder.resolve("secret")).isReadable().isWritable();
    }

    @Test
    void symbolic_links_stay_links() throws IOException {
        Path folder = unpacked(new RawZip()
                .link("node_modules/.bin/tool", "../tool/run.js")
                .link("lib/a.so", "a.so.1")
                .link("nowhere", "not/there")
                .file("lib/a.so.1", "code")
                .file("node_modules/tool/run.js", "run", 0755));

        assertThat(folder.resolve("node_modules/.bin/tool")).isSymbolicLink().hasContent("run");
        assertThat(Files.readSymbolicLink(folder.resolve("lib/a.so"))).hasToString("a.so.1");
        assertThat(folder.resolve("nowhere")).isSymbolicLink();
    }

    @Test
    void what_leads_out_of_the_package_is_refused_by_its_name() {
        for (RawZip zip : List.of(
                new RawZip().file("../evil", ""),
                new RawZip().file("a/../../evil", ""),
                new RawZip().file("/etc/evil", ""),
                new RawZip().link("evil", "/etc/passwd"),
                new RawZip().link("a/evil", "../../outside"))) {
            assertThatThrownBy(() -> FunctionCode.of(zip.bytes()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must stay within the package")
                    .hasMessageContaining("evil");
        }
    }

    @Test
    void links_that_lead_out_only_together_are_refused_when_they_meet() {
        RawZip together = new RawZip().file("d/e/x", "").link("up", "d/e/here").link("d/e/here", "../..");

        assertThatThrownBy(() ->
                        layered(together, new RawZip().link("out", "up/../secret"), new RawZip().file("out/evil", "")))
                .hasMessageContaining("must stay within the package");
        assertThat(work.resolve("secret")).doesNotExist();
    }

    @Test
    void a_later_layer_replaces_a_link_of_an_earlier_and_not_what_it_points_to() {
        Path opt = layered(
                new RawZip().file("bin/v1", "one").link("bin/tool", "v1"), new RawZip().file("bin/tool", "two"));

        assertThat(opt.resolve("bin/tool")).isRegularFile().hasContent("two");
        assertThat(opt.resolve("bin/v1")).hasContent("one");
    }

    @Test
    void what_is_no_zip_and_what_cannot_be_read_of_one_is_refused() {
        assertThatThrownBy(() -> FunctionCode.of("no zip".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("must be a zip or jar with at least one entry, got 6 bytes");
        assertThatThrownBy(() -> FunctionCode.of(new RawZip().bytes())).hasMessageContaining("at least one entry");
        assertThatThrownBy(() -> FunctionCode.of(new RawZip().encrypted("a.py").bytes()))
                .hasMessageContaining("not encrypted, got a.py");
    }

    @Test
    void a_package_is_as_large_as_AWS_allows_and_as_it_says() {
        RawZip largest = new RawZip().claiming("a", 262_144_000);

        assertThat(FunctionCode.of(largest.bytes()).unzippedSize()).isEqualTo(FunctionCode.LARGEST_UNZIPPED);
        assertThatThrownBy(() -> FunctionCode.of(largest.file("b", "x").bytes()))
                .isInstanceOf(TooLargeException.class)
                .hasMessageContaining("got 262144001");
        assertThatThrownBy(() -> unpacked(new RawZip().claiming("a.txt", 3)))
                .hasMessageContaining("zip entry a.txt: must have the size and the checksum");
        assertThatThrownBy(() -> unpacked(new RawZip().damaged("a.txt"))).hasMessageContaining("checksum");
    }

    @Test
    void its_files_can_be_listed_and_read() throws IOException {
        FunctionCode code = FunctionCode.of(
                new RawZip().file("a/b.py", "x = 1").link("c", "a").bytes());

        assertThat(code.files()).containsExactly("a/b.py", "c");
        assertThat(code.file("a/b.py")).asString().isEqualTo("x = 1");
        assertThatThrownBy(() -> code.file("none")).isInstanceOf(IOException.class);
    }
}
