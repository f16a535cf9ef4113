// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.local.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker run --local}: the deployed files on the embedded AWS, in this JVM, with a sample that starts at once. */
class LocalRunTest {
    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @TempDir
    private Path folder;

    @Test
    void as_many_environments_as_were_asked_for_are_proven_warm() {
        Ran ran = local("--concurrency=7", "--json").ends(0);

        assertThat(ran.json().at("/warm").asInt()).isEqualTo(7);
        assertThat(ids(ran)).hasSize(7);
        assertThat(ran.err()).contains("Warming 7 environments of stoker-SampleFunction-", "proven warm in");
    }

    @Test
    void people_get_the_table_of_any_run() {
        assertThat(local("--concurrency=2").ends(0).out())
                .contains("requested  warm", "2 of 2 environments of stoker-SampleFunction-");
    }

    @Test
    void a_round_wider_than_one_map_is_proven_too() {
        Ran ran = local("--concurrency=40", "--json").ends(0);

        assertThat(ids(ran)).hasSize(40);
    }

    @Test
    void an_account_that_grants_too_little_makes_a_shortfall_with_the_reason() {
        Ran ran =
                local("--concurrency=20", "--account-concurrency=12", "--json").ends(3);

        assertThat(ran.json().at("/warm").asInt()).isEqualTo(12);
        assertThat(ran.json().at("/targets/0/throttled").asInt()).isEqualTo(8);
        assertThat(ran.err()).contains("the account's limit is 12");
    }

    @Test
    void an_invalid_number_is_judged_by_the_state_machine_and_nothing_is_invoked() {
        Ran ran = local("--concurrency=0", "--json").ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidInput");
        assertThat(ran.json().at("/error/problems/0").asText()).contains("concurrency", "from 1 to 10,000", "got 0");
        assertThat(ran.err()).doesNotContain("slots answered");
    }

    @Test
    void a_function_that_is_not_there_is_refused() {
        assertThat(local("--function=orders", "--concurrency=1", "--json")
                        .ends(2)
                        .errorCode())
                .isEqualTo("Stoker.NoSuchFunction");
    }

    @Test
    void the_region_is_that_of_the_embedded_aws() {
        Ran ran = local("--region=eu-west-3", "--function=orders", "--concurrency=1")
                .ends(2);

        ran.printsFailure("must exist in eu-west-3");
    }

    @Test
    void faults_are_reported_with_their_seed() {
        Ran ran = local("--concurrency=2", "--faults=throttle=1,seed=7").ends(3);

        assertThat(ran.err()).contains("Faults: throttle=1.0,seed=7");
        assertThat(ran.out()).contains("0 of 2 environments");
    }

    @Test
    void a_function_of_ones_own_is_wrapped_on_the_fly_and_answers_its_users() throws IOException {
        Path event = Files.writeString(folder.resolve("event.json"), "\"Ada\"");

        Ran ran = local(
                        "--jar=" + Shop.jarIn(folder),
                        "--handler=" + Shop.HANDLER,
                        "--env=GREETING=Good day",
                        "--event=" + event,
                        "--concurrency=3",
                        "--json")
                .ends(0);

        assertThat(ids(ran)).hasSize(3);
        assertThat(ran.err())
                .contains(
                        "3 environments of shop-1-0",
                        "A user's request after the cycle was answered \"Good day, Ada\"");
    }

    @Test
    void so_is_a_zip_with_its_classes_in_a_jar_below_lib() throws IOException {
        Ran ran = local("--jar=" + Shop.zipIn(folder), "--handler=" + Shop.HANDLER, "--concurrency=2", "--json")
                .ends(0);

        assertThat(ids(ran)).hasSize(2);
    }

    @Test
    void a_handler_that_its_package_lacks_is_wrong_use() throws IOException {
        local("--jar=" + Shop.jarIn(folder), "--handler=com.acme.Gone::sell", "--concurrency=2")
                .ends(2)
                .printsFailure("--handler: must be a class in", "got com.acme.Gone");
    }

    @Test
    void a_package_that_is_no_zip_is_wrong_use() throws IOException {
        Path text = Files.writeString(folder.resolve("shop.jar"), "hello");

        local("--jar=" + text, "--handler=com.acme.Shop::sell", "--concurrency=2")
                .ends(2)
                .printsFailure(
                        "--jar: ", "must be a zip or jar with at least one entry, got 5 bytes of something else");
    }

    @Test
    void what_a_failing_function_says_is_shown_with_the_beginning_of_its_log_and_where_the_rest_is()
            throws IOException {
        Ran ran = local(
                        "--jar=" + Shop.jarIn(folder),
                        "--handler=" + Shop.HANDLER,
                        "--env=BROKEN=no stock",
                        "--concurrency=2",
                        "--json")
                .ends(3);

        assertThat(ran.err())
                .contains(
                        "2 invocations of shop-1-0 failed with java.lang.IllegalStateException: no stock.\n",
                        "  | opening the shop\n");
        Matcher file = Pattern.compile("failed is in (\\S+)\\.\n").matcher(ran.err());
        assertThat(file.find()).isTrue();
        Path log = Path.of(file.group(1));
        assertThat(log).content().contains("opening the shop", "no stock");
        Files.delete(log);
    }

    @Test
    void stokers_own_remedies_for_a_handler_that_it_refuses_are_shown() throws IOException {
        Ran ran = local(
                        "--jar=" + Shop.jarIn(folder),
                        "--handler=" + Shop.class.getName() + "::gone",
                        "--concurrency=1")
                .ends(3);

        assertThat(ran.err()).contains("STOKER_HANDLER: must name a public method", "Correct the name");
    }

    @Test
    void an_input_from_stdin_is_read_once_and_needs_no_function_where_there_is_one() {
        for (String input : List.of("{\"concurrency\":3}", "{\"targets\":[{\"concurrency\":3}]}")) {
            Ran ran = Ran.reading(
                    input,
                    "run",
                    "--local",
                    "--environments=in-jvm",
                    "--env=SAMPLE_START_MILLIS=0",
                    "--input=-",
                    "--json");

            assertThat(ran.ends(0).json().at("/warm").asInt()).isEqualTo(3);
        }
    }

    /** Issue 16: the command with which it is done. */
    @Test
    void a_number_that_follows_demand_stays_within_its_bounds_and_the_output_says_how_it_was_chosen()
            throws IOException {
        Path input = Files.writeString(
                folder.resolve("input.json"), "{\"targets\":[{\"concurrency\":{\"min\":2,\"max\":6}}]}");

        Ran ran = local("--input=" + input, "--json").ends(0);

        JsonNode target = ran.json().at("/targets/0");
        assertThat(target.path("demand").fieldNames()).toIterable().contains("mean", "peak", "reactive", "profile");
        assertThat(target.at("/demand/chosen").asInt()).isBetween(2, 6);
        assertThat(target.path("requested").asInt()).isBetween(2, 6);
        assertThat(ids(ran)).hasSize(target.path("warm").asInt()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void an_input_that_is_no_target_at_all_is_judged_by_the_state_machine() {
        Ran ran = Ran.reading("[1]", "run", "--local", "--environments=in-jvm", "--input=-", "--json");

        assertThat(ran.ends(2).errorCode()).isEqualTo("Stoker.InvalidInput");
    }

    private static Ran local(String... more) {
        return stoker(Ran.and(more, "run", "--local", "--environments=in-jvm", "--env=SAMPLE_START_MILLIS=0"));
    }

    private static Set<String> ids(Ran ran) {
        Set<String> ids = new HashSet<>();
        for (JsonNode environment : ran.json().at("/targets/0/environments")) {
            ids.add(environment.at("/id").asText());
        }
        return ids;
    }
}
