// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small packages, and one entry point of the embedded AWS. */
class RoomsTest {
    private static final int MOST_FILES = 20;
    private static final int MOST_PUBLIC_TYPES = 49;
    private static final int MOST_NESTED_PUBLIC_TYPES = 149;
    private static final int MOST_AT_THE_FRONT_DOOR = 12;
    private static final int MOST_NESTED_AT_THE_FRONT_DOOR = 49;

    /** The library is one jar whose users configure one class name. All its other types are package-private. */
    private static final Set<String> LARGE = Set.of("dev.stoker.warmable");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|@?interface|record|enum) (\\w+)");
    private static final Pattern LOCAL_IMPORT =
            Pattern.compile("(?m)^import (?:static )?(dev\\.stoker\\.local\\.[a-z.]*[A-Z]\\w*)");

    /**
     * What stands for the machine inside an environment, what waits until the machine has room for another process, and
     * what waits for the answer of an interpreter.
     */
    private static final String BESIDE_THE_TIMELINE =
            "dev\\.stoker\\.local\\.lambda\\.(bootstrap\\..*|runtime\\.(StartQueue|StartGate|Interpreters)(\\$.*)?)";

    /** Figures of how long a simulation takes to compute. */
    private static final Set<String> MEASURE_COMPUTING = Set.of("ScaleFiguresTest", "DayTest");

    /** In the text of a source: a clock, or a wait by one. */
    private static final Pattern CLOCK = Pattern.compile("currentTimeMillis\\(|nanoTime\\(|Clock\\.(system|tick)"
            + "|(Instant|Local\\w+|OffsetDateTime|ZonedDateTime|Year\\w*)\\.now\\(|new Date\\(\\)|\\bTimeUnit\\b|Thread\\.sleep\\("
            + "|parkNanos\\(");

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
            List<String> packages = Repository.packages(module);
            List<Repository.Source> described = Repository.sources(module).stream()
                    .filter(source -> source.simpleName().equals("package-info"))
                    .filter(source -> packages.contains(source.packageName()))
                    .toList();
            assertThat(described)
                    .extracting(Repository.Source::packageName)
                    .containsExactlyInAnyOrderElementsOf(packages);
            assertThat(described)
                    .allSatisfy(info -> assertThat(info.text().replaceAll("\\s+\\* ", " "))
                            .as(info.packageName())
                            .contains("Comes in:", "Goes out:", "ust not know", "Start reading at"));
        }
    }

    @Test
    void no_simple_name_stands_twice_in_a_module_not_even_of_nested_types() {
        for (String module : Repository.modules()) {
            List<String> names = Repository.sources(module).stream()
                    .flatMap(source -> source.types().stream())
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

    /** They come with their outer types, so they are counted by themselves, and the map states both numbers. */
    @Test
    void the_map_states_how_many_types_are_nested_in_public_ones() {
        List<String> frontDoor = Repository.frontDoorOnTheMap();
        List<JavaClass> nested = new ClassFileImporter()
                .importPath(Repository.classes("local")).stream()
                        .filter(type -> type.isNestedClass() && isPublic(type))
                        .toList();
        assertThat(nested).hasSizeBetween(20, MOST_NESTED_PUBLIC_TYPES);
        assertThat(nested)
                .filteredOn(type -> frontDoor.contains(outermost(type).getSimpleName()))
                .hasSizeBetween(10, MOST_NESTED_AT_THE_FRONT_DOOR);
        assertThat(Repository.text("ARCHITECTURE.md"))
                .contains(
                        "fewer than " + (MOST_PUBLIC_TYPES + 1) + " public types",
                        "fewer than " + (MOST_NESTED_PUBLIC_TYPES + 1) + " public types nested",
                        "fewer than " + (MOST_NESTED_AT_THE_FRONT_DOOR + 1) + " types are nested");
    }

    private static boolean isPublic(JavaClass type) {
        boolean itself = type.getModifiers().contains(JavaModifier.PUBLIC);
        return itself && type.getEnclosingClass().map(RoomsTest::isPublic).orElse(true);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RoomsTest::outermost).orElse(type);
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
    void every_user_of_the_embedded_aws_comes_in_by_one_front_door_which_the_map_names() {
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
    void below_the_timeline_no_class_reads_a_clock_or_sleeps() {
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
                .callCodeUnitWhere(DescribedPredicate.describe("a clock is read or waited for", RoomsTest::usesClock))
                .because("virtual time is what makes a run repeatable");
    }

    /** Reads the machine's clock in any way, or waits by it: also as a limit of another wait, such as a timed await. */
    private static boolean usesClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        boolean timed = !owner.equals(TimeUnit.class.getName())
                && parameters.stream().anyMatch(type -> type.isEquivalentTo(TimeUnit.class));
        boolean reads = (owner.startsWith("java.time.") && name.matches("now|(system|tick).*"))
                || (owner.equals(System.class.getName()) && name.matches("currentTimeMillis|nanoTime"))
                || (owner.equals(Date.class.getName()) && name.equals("<init>") && parameters.isEmpty());
        boolean waits = name.matches("sleep|parkNanos|parkUntil")
                || (name.matches("join|wait") && parameters.stream().anyMatch(type -> type.isEquivalentTo(long.class)));
        return timed || reads || waits;
    }

    @Test
    void simulations_know_no_time_but_that_of_the_timeline() {
        List<String> found = Repository.sources("simulation", "test").stream()
                .filter(source -> CLOCK.matcher(source.code()).find())
                .map(Repository.Source::simpleName)
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(MEASURE_COMPUTING);
    }
}
