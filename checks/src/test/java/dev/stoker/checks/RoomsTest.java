// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small packages, and one entry point of the embedded AWS. */
class RoomsTest {
    private static final int MOST_FILES = 20;
    private static final int MOST_PUBLIC_TYPES = 49;
    private static final int MOST_AT_THE_FRONT_DOOR = 12;

    /** The library is one jar whose users configure one class name. All its other types are package-private. */
    private static final Set<String> LARGE = Set.of("dev.stoker.warmable");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|@?interface|record|enum) (\\w+)");
    private static final Pattern LOCAL_IMPORT =
            Pattern.compile("(?m)^import (?:static )?(dev\\.stoker\\.local\\.[a-z.]*[A-Z]\\w*)");

    /** What stands for the machine inside an environment, and what waits until the machine has room for another process. */
    private static final String BESIDE_THE_TIMELINE =
            "dev\\.stoker\\.local\\.lambda\\.(bootstrap\\..*|runtime\\.StartQueue)";

    /** The modules with classes. Those without main classes have only tests, such as the simulation. */
    static List<String> modules() {
        return Repository.modules().stream()
                .filter(module -> !Repository.packages(module).isEmpty())
                .toList();
    }

    @Test
    void no_package_has_more_than_twenty_files() {
        for (String module : Repository.modules()) {
            Repository.sources(module, "main").stream()
                    .filter(source -> !LARGE.contains(source.packageName()))
                    .collect(Collectors.groupingBy(Repository.Source::packageName))
                    .forEach((name, files) ->
                            assertThat(files).as("files of %s", name).hasSizeLessThanOrEqualTo(MOST_FILES));
        }
    }

    @Test
    void each_package_says_what_comes_in_what_goes_out_and_what_it_must_not_know() {
        List<String> all = new ArrayList<>(Repository.modules());
        all.add("cdk"); // it is not a module of the root POM
        for (String module : all) {
            List<Repository.Source> sources = Repository.sources(module, "main");
            List<Repository.Source> described = sources.stream()
                    .filter(source -> source.simpleName().equals("package-info"))
                    .toList();
            assertThat(described)
                    .extracting(Repository.Source::packageName)
                    .containsExactlyInAnyOrderElementsOf(
                            sources.stream().map(Repository.Source::packageName).collect(Collectors.toSet()));
            assertThat(described)
                    .allSatisfy(info -> assertThat(info.text().replaceAll("\\s+\\* ", " "))
                            .as(info.packageName())
                            .contains("Comes in:", "Goes out:", "ust not know", "Start reading at"));
        }
    }

    @Test
    void no_simple_name_stands_twice_in_a_module() {
        for (String module : Repository.modules()) {
            List<String> names = Repository.sources(module).stream()
                    .map(Repository.Source::simpleName)
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            assertThat(names).as("types of %s", module).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_embedded_aws_has_fewer_than_fifty_public_types() {
        List<String> types = Repository.sources("local", "main").stream()
                .filter(source -> PUBLIC_TYPE.matcher(source.text()).find())
                .map(Repository.Source::simpleName)
                .toList();
        assertThat(types).hasSizeBetween(20, MOST_PUBLIC_TYPES);
    }

    @Test
    void a_services_protocol_and_task_integrations_stand_in_its_package_under_its_name() {
        List<String> named = new ArrayList<>();
        for (Repository.Source source : Repository.sources("local", "main")) {
            String service = source.packageName().replaceFirst(".*\\.", "");
            if (source.simpleName().matches("\\w+(Api|Tasks)")
                    && !Set.of("http", "bootstrap").contains(service)) {
                assertThat(source.simpleName().toLowerCase(Locale.ROOT)).startsWith(service);
                assertThat(source.text()).doesNotContain("public final class " + source.simpleName());
                named.add(source.simpleName());
            }
        }
        assertThat(named)
                .contains("SsmApi", "SsmTasks", "LambdaApi", "LambdaTasks", "StatesApi", "StatesTasks", "LogsTasks");
    }

    @Test
    void whoever_uses_the_embedded_aws_comes_in_by_one_front_door_which_the_map_names() {
        Set<String> used = new TreeSet<>();
        for (String module : List.of("cli", "simulation", "contract", "checks")) {
            Repository.sources(module).forEach(source -> used.addAll(Repository.all(LOCAL_IMPORT, source.text())));
        }
        assertThat(used).hasSizeBetween(1, MOST_AT_THE_FRONT_DOOR);
        assertThat(used)
                .extracting(name -> name.substring(name.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrderElementsOf(Repository.frontDoorOnTheMap());
    }

    @Test
    void the_reference_knows_expressions_and_json_values_beside_the_front_door() {
        Set<String> used = new TreeSet<>();
        Repository.sources("reference").forEach(source -> used.addAll(Repository.all(LOCAL_IMPORT, source.text())));
        assertThat(used)
                .containsExactlyInAnyOrder(
                        "dev.stoker.local.states.jsonata.Expression",
                        "dev.stoker.local.states.jsonata.Json",
                        "dev.stoker.local.states.jsonata.JsonObject",
                        "dev.stoker.local.states.run.ExecutionObserver");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packages_do_not_depend_on_each_other_in_circles(String module) {
        Path classes = Repository.classes(module);
        assumeTrue(Files.isDirectory(classes), () -> classes + " does not exist. Run mvn package first.");
        slices().matching("dev.stoker.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter().importPath(classes));
    }

    @Test
    void below_the_timeline_nobody_reads_a_clock_or_sleeps() {
        JavaClasses local = new ClassFileImporter().importPath(Repository.classes("local"));

        noClocks(BESIDE_THE_TIMELINE).check(local);
        assertThat(noClocks("no class").evaluate(local).hasViolation())
                .as("the rule finds those that may read a clock")
                .isTrue();
    }

    private static ArchRule noClocks(String except) {
        return noClasses()
                .that()
                .resideInAPackage("dev.stoker.local..")
                .and()
                .resideOutsideOfPackage("dev.stoker.local.time..")
                .and()
                .haveNameNotMatching(except)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("virtual time is what makes a run repeatable");
    }

    @Test
    void simulations_know_no_time_but_that_of_the_timeline() {
        Repository.sources("simulation", "test")
                .forEach(source -> assertThat(source.text())
                        .as(source.simpleName())
                        .doesNotContain("currentTimeMillis(", "Instant.now(", "Thread.sleep(", "Clock.system"));
    }
}
