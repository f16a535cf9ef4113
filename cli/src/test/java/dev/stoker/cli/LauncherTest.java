// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.Launcher.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./stoker}, in a clone of its own whose path has a space, with a java and a mvn that only tell. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Launcher launcher;

    @BeforeEach
    void cloneIt() throws IOException {
        launcher = new Launcher(folder);
    }

    @Test
    void what_is_missing_is_built_and_then_run() throws Exception {
        Ended first = launcher.run("run", "--payload", "{\"a b\": \"$HOME\"}", "");

        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEqualTo(Launcher.BUILDING);
        assertThat(first.out())
                .contains(
                        "[-jar]",
                        "/stoker-cli.jar]",
                        "[-Dstoker.root=" + launcher.script().getParent() + "]",
                        "[run]",
                        "[{\"a b\": \"$HOME\"}]",
                        "[]");
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void nothing_is_built_and_no_maven_needed_when_nothing_changed() throws Exception {
        launcher.run();
        launcher.without("mvn");

        Ended second = launcher.run();

        assertThat(second.exit()).isZero();
        assertThat(second.err()).isEmpty();
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void a_release_has_no_sources_and_needs_neither_maven_nor_a_compiler() throws Exception {
        launcher.run();
        launcher.delete("pom.xml");
        launcher.without("mvn");
        launcher.without("javac");

        Ended ended = launcher.run("demo");

        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("/stoker-cli.jar]", "[demo]");
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "cli/pom.xml",
                "cli/src/main/java/A.java",
                "cli/src/main/java/new/B.java",
                "local/src/main/java/L.java",
                "functions/sample/pom.xml",
                "functions/warmable/src/main/java/W.java"
            })
    void a_source_that_changed_or_came_is_built(String source) throws Exception {
        launcher.run();
        launcher.age();

        launcher.write(source);

        assertThat(launcher.run().err()).isEqualTo(Launcher.BUILDING);
        assertThat(launcher.run().err()).isEmpty();
    }

    @Test
    void a_source_that_was_deleted_makes_a_build() throws Exception {
        launcher.run();
        launcher.age();

        launcher.delete("cli/src/main/java/A.java");

        assertThat(launcher.run().err()).isEqualTo(Launcher.BUILDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli/src/test/java/T.java", "README.md", "other/src/main/java/O.java"})
    void what_the_command_does_not_carry_makes_no_build(String source) throws Exception {
        launcher.run();
        launcher.age();

        launcher.write(source);

        assertThat(launcher.run().err()).isEmpty();
    }

    @Test
    void an_edit_during_the_build_is_built_next_time() throws Exception {
        launcher.touched("long ago", Instant.now().minusSeconds(3600));
        launcher.touched("lately", Instant.now().minusSeconds(1800));
        launcher.mvn("touch -r \"$clone/long ago\" \"$clone/cli/target/build.began\"\n"
                + "touch -r \"$clone/lately\" \"$clone/cli/src/main/java/A.java\"");
        launcher.run();

        assertThat(launcher.run().err()).isEqualTo(Launcher.BUILDING);
    }

    @Test
    void a_build_that_fails_shows_its_end_and_runs_nothing() throws Exception {
        launcher.mvn("echo '[INFO] noise'; echo '[ERROR] A.java: no such thing'; exit 1");

        Ended ended = launcher.run();

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] A.java: no such thing", "build.log")
                .doesNotContain("noise");
        assertThat(launcher.lock()).doesNotExist();
    }

    @Test
    void a_lock_whose_owner_is_gone_is_taken_over() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(launcher.lock(), Path.of(Long.toString(gone.pid())));

        assertThat(launcher.run().err()).isEqualTo(Launcher.BUILDING);
        assertThat(launcher.lock()).doesNotExist();
    }

    @Test
    void a_second_call_waits_for_the_build_of_the_first_and_does_not_build_again() throws Exception {
        Path first = launcher.lock();
        Files.createSymbolicLink(
                first, Path.of(Long.toString(ProcessHandle.current().pid())));
        Process second = launcher.start();

        assertThat(second.errorReader().readLine()).contains("waiting for another build");
        launcher.write("cli/target/stoker-cli.jar");
        Files.delete(first);

        assertThat(second.waitFor()).isZero();
        assertThat(launcher.builds()).isZero();
    }

    @Test
    void classes_are_archived_once_after_a_build_and_shared_from_then_on() throws Exception {
        launcher.java("for arg; do case $arg in"
                + " -XX:DumpLoadedClassList=*) echo list >\"${arg#*=}\"; echo listed >>\"${0%/bin/java}/archived\";;"
                + " -Xshare:dump) dump=yes;;"
                + " -XX:SharedClassListFile=*) cat \"${arg#*=}\" >>\"${0%/bin/java}/archived\";;"
                + " -XX:SharedArchiveFile=*) [ -z \"$dump\" ] || echo classes >\"${arg#*=}\";;"
                + " esac; echo \"[$arg]\"; done");

        launcher.run();

        assertThat(launcher.run().out()).contains("[-XX:SharedArchiveFile=", "cli/target/classes-17.0.15.jsa]");
        assertThat(folder.resolve("archived")).hasContent("listed\nlist");
        try (Stream<Path> files = Files.list(launcher.script().resolveSibling("cli/target"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("classes-17.0.15.jsa")
                    .noneMatch(name -> name.endsWith(".list"));
        }
    }

    @Test
    void a_java_that_cannot_archive_runs_without_and_is_asked_once() throws Exception {
        launcher.java("for arg; do case $arg in -XX:DumpLoadedClassList=*) echo one >>\"${0%/bin/java}/archived\";"
                + " echo noise; exit 1;; esac; echo \"[$arg]\"; done");

        launcher.run();

        Ended second = launcher.run();
        assertThat(second.out()).doesNotContain("SharedArchiveFile", "noise");
        assertThat(second.err()).isEmpty();
        assertThat(folder.resolve("archived")).hasContent("one");
    }

    @Test
    void it_finds_its_clone_through_links_and_from_anywhere() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("some bin"));
        Files.createSymbolicLink(bin.resolve("absolute"), launcher.script());
        Files.createSymbolicLink(bin.resolve("relative"), Path.of("../a clone/stoker"));
        Files.createSymbolicLink(folder.resolve("twice"), Path.of("some bin/relative"));

        assertThat(launcher.runAs(bin.resolve("absolute"), folder).exit()).isZero();
        assertThat(launcher.runAs(Path.of("./relative"), bin).exit()).isZero();
        assertThat(launcher.runAs(Path.of("./twice"), folder).exit()).isZero();
        assertThat(launcher.builds()).isEqualTo(1);
    }

    @Test
    void in_bin_of_a_release_it_finds_the_root_through_a_link_too() throws Exception {
        launcher.run();
        launcher.delete("pom.xml");
        Path root = folder.resolve("a clone");
        Files.createDirectories(root.resolve("bin"));
        Files.move(launcher.script(), root.resolve("bin/stoker"));
        Path link = Files.createSymbolicLink(folder.resolve("linked"), root.resolve("bin/stoker"));

        Ended ended = launcher.runAs(link, folder);

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("[-Dstoker.root=" + root + "]");
    }

    @Test
    void the_exit_code_is_that_of_the_command() throws Exception {
        launcher.java("exit 3");

        assertThat(launcher.run().exit()).isEqualTo(3);
    }

    @Test
    void a_missing_java_is_named_with_the_remedy() throws Exception {
        launcher.without("java");

        assertThat(launcher.run().err()).contains("no java on PATH", "Install one", "JAVA_HOME");
        assertThat(launcher.run("--help").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"11.0.2, 11.0.2", "1.8.0_392, 1.8.0_392", "'', of an unknown version"})
    void a_java_that_is_too_old_is_named(String version, String shown) throws Exception {
        launcher.javaVersion(version);

        assertThat(launcher.run().err()).contains("needs a JDK 17 or later", "is " + shown + ".", "Install one");
    }

    @Test
    void a_java_without_a_compiler_is_named_where_something_must_be_built() throws Exception {
        launcher.without("javac");

        assertThat(launcher.run().err()).contains("no javac", "Install one");
    }

    @Test
    void a_java_home_without_java_is_named() throws Exception {
        launcher.environment("JAVA_HOME", "/no/where");

        assertThat(launcher.run().err()).contains("JAVA_HOME is /no/where", "Correct or unset it");
    }

    @Test
    void a_missing_maven_is_named_with_the_remedy() throws Exception {
        launcher.without("mvn");

        assertThat(launcher.run().err()).contains("needs Maven 3.8", "no mvn on PATH", "Install it");
    }

    @Test
    void a_maven_that_is_too_old_is_named() throws Exception {
        launcher.mavenVersion("3.6.3");

        assertThat(launcher.run().err()).contains("needs Maven 3.8", "is 3.6.", "Install it");
    }

    @ParameterizedTest
    @CsvSource({"C, US-ASCII", "POSIX, US-ASCII", "xx_XX.UTF-8, ''", "'', ''"})
    void java_reads_paths_in_utf_8_where_the_locale_is_ascii_or_not_installed(String locale, String shown)
            throws Exception {
        launcher.java("echo \"java runs in $LC_ALL\"; for arg; do echo \"[$arg]\"; done");
        launcher.environment("LC_ALL", locale);

        assertThat(launcher.run().out()).contains("java runs in C.UTF-8\n", "[-Dstoker.charset=" + shown + "]");
    }

    @Test
    void a_locale_with_more_letters_than_ascii_stays() throws Exception {
        launcher.java("echo \"java runs in $LC_ALL\"; for arg; do echo \"[$arg]\"; done");
        launcher.environment("LC_ALL", "C.utf8");

        assertThat(launcher.run().out()).contains("java runs in C.utf8\n", "[-Dstoker.charset=]");
    }
}
