// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stoker estimate} says where it cannot answer. */
class EstimateUsageTest {
    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @TempDir
    private Path folder;

    @Test
    void all_that_is_wrong_is_reported_at_once_with_its_remedy() {
        Ran ran = stoker("estimate", "--memory=64", "--hold=5s", "--window=MONDAY=5", "--architecture=sparc", "--json")
                .ends(2);

        assertThat(ran.json().at("/error/problems")).hasSize(5);
        assertThat(ran.err())
                .contains(
                        "--memory: must be from 128 to 10,240, got 64.",
                        "--hold: must be a time from 1ms to 3s, got 5s.",
                        "--window: must be days, hours and 0 to 10,000 environments, got MONDAY=5.",
                        "--architecture: must be x86_64 or arm64, got sparc.",
                        "--concurrency: is required, got nothing.");
    }

    @Test
    void the_region_of_the_surroundings_counts_where_none_is_given() {
        surroundings.set("aws.region", "ap-northeast-2");

        Ran ran = stoker("estimate", "--concurrency=1", "--json").ends(0);

        assertThat(ran.json().at("/region").asText()).isEqualTo("ap-northeast-2");
    }

    @Test
    void the_region_of_a_profile_counts_too_and_a_broken_config_file_for_nothing() throws IOException {
        surroundings.unset("aws.region");
        surroundings.configFile(Files.writeString(folder.resolve("config"), "[default]\nregion=xy-north-1\n"));
        Ran ofProfile = stoker("estimate", "--concurrency=1").ends(0);
        surroundings.configFile(Files.writeString(folder.resolve("config"), "[default\n"));
        Ran ofNone = stoker("estimate", "--concurrency=1").ends(0);

        assertThat(ofProfile.err())
                .contains("Warning: There are no prices for the region xy-north-1; the prices of" + " us-east-1");
        assertThat(ofNone.err()).doesNotContain("no prices of");
    }

    @Test
    void a_region_without_prices_is_refused_with_those_that_have_some() {
        stoker("estimate", "--concurrency=1", "--region=mars-north-1")
                .ends(2)
                .printsFailure(
                        "--region: must be a region with prices (af-south-1, ap-east-1, ",
                        "us-west-2), got mars-north-1",
                        "--prices");
    }

    @Test
    void a_file_of_prices_is_refused_with_all_its_problems() throws IOException {
        Path file = Files.writeString(
                folder.resolve("prices.json"),
                "{\"readOn\":\"lately\",\"regions\":{\"us-east-1\":{\"lambdaRequest\":{\"unit\":\"request\",\"usd\":-1},"
                        + "\"lambdaRequets\":{}}}}");

        Ran ran = stoker("estimate", "--concurrency=1", "--prices=" + file, "--json")
                .ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidPrices");
        assertThat(ran.err())
                .contains(
                        "readOn: must be the day on which the prices were read, got \"lately\"",
                        "regions.us-east-1.lambdaRequest.usd: must be a number from 0, got -1",
                        "regions.us-east-1.lambdaRequest.source: must say where the price was read, got nothing",
                        "regions.us-east-1.lambdaRequets: must be the name of a price",
                        "regions.us-east-1.expressGbHour: is required, got nothing");
    }

    @Test
    void a_file_that_is_not_there_is_wrong_use() {
        stoker("estimate", "--concurrency=1", "--prices=" + folder.resolve("none.json"))
                .ends(2)
                .printsFailure("--prices: must be a file that can be read");
    }
}
