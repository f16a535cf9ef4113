// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.price.PriceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** A month in other regions than that of all examples: 20 environments of 1,024 MB, every 4 minutes, 100 ms. */
class RegionsTest {
    private static final String[] MONTH = {"--concurrency=20", "--memory=1024"};

    private static JsonNode in(String region, String... more) {
        return Estimated.run(List.of("--region=" + region, MONTH[0], MONTH[1], String.join(" ", more)).stream()
                .filter(arg -> !arg.isEmpty())
                .toArray(String[]::new));
    }

    /** By hand: 216,000 x 0.1 s x 1 GB = 21,600 GB-s; 10,800 x (20 + 4) = 259,200 transitions of a Standard workflow; no spare slots. */
    @ParameterizedTest
    @CsvSource({
        "ap-northeast-2, 0.36000072, 7.02432",
        "eu-central-1, 0.36000072, 6.48",
        "us-west-2, 0.36000072, 6.48",
        "sa-east-1, 0.36000072, 9.72",
        "ap-east-1, 0.50112, 7.128",
        "af-south-1, 0.48384, 7.7112"
    })
    void a_month_by_hand(String region, double held, double standard) {
        JsonNode estimate = in(region, "--max-spare=0");

        assertThat(estimate.path("region").asText()).isEqualTo(region);
        assertThat(Estimated.line(estimate, "lambda.held")).isCloseTo(held, within(1e-9));
        assertThat(Estimated.find(estimate.path("lines"), "lambda.held")
                        .path("region")
                        .asText())
                .isEqualTo(region);
        assertThat(Estimated.otherLine(estimate, "standard-workflow", "standard.transitions"))
                .isCloseTo(standard, within(1e-9));
    }

    @Test
    void a_price_that_is_not_known_is_named_and_estimated_with_that_of_us_east_1() {
        JsonNode estimate = in("ap-northeast-2");

        assertThat(Estimated.line(estimate, "lambda.requests")).isCloseTo(237_600 * 0.0000002, within(1e-9));
        assertThat(Estimated.find(estimate.path("lines"), "lambda.requests")
                        .path("region")
                        .asText())
                .isEqualTo("us-east-1");
        assertThat(estimate.path("warnings")).hasSize(1);
        assertThat(estimate.at("/warnings/0").asText())
                .startsWith("There are no prices of ap-northeast-2 for: Lambda requests, Express executions, ")
                .contains("Alarms")
                .doesNotContain("Lambda held time", "SSM")
                .endsWith("The prices of us-east-1 are used.");
    }

    @Test
    void people_see_the_region_the_day_of_its_prices_and_what_is_not_known() {
        String[] printed = Estimated.printed(
                "2026-11-22T12:00:00Z", "--concurrency=20", "--memory=1024", "--region=ap-northeast-2");

        assertThat(printed[0]).contains("1,024 MB x86_64,", "ap-northeast-2, prices of 2026-11-22.", "$0.36");
        assertThat(printed[1]).contains("Warning: There are no prices of ap-northeast-2 for: ");
    }

    @Test
    void in_us_east_1_every_price_is_known() {
        assertThat(in("us-east-1").path("warnings")).isEmpty();
    }

    @Test
    void arm_is_not_known_where_the_table_has_a_price_of_its_own_for_x86_alone() {
        assertThat(in("ap-east-1", "--architecture=arm64").at("/warnings/0").asText())
                .contains("Lambda held time");
        assertThat(in("eu-central-1", "--architecture=arm64").at("/warnings/0").asText())
                .doesNotContain("Lambda held time");
    }

    @Test
    void what_is_given_away_is_taken_off_in_every_region() {
        assertThat(Estimated.line(in("ap-northeast-2", "--free-tier"), "lambda.held"))
                .isZero();
        assertThat(Estimated.line(in("ap-northeast-2", "--free-tier"), "lambda.requests"))
                .isZero();
    }

    @Test
    void every_commercial_region_that_the_sdk_knows_is_in_the_file() {
        List<String> commercial = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> RegionMetadata.of(region).partition().id().equals("aws"))
                .map(Region::id)
                .toList();

        assertThat(commercial).hasSizeGreaterThan(30);
        assertThat(PriceFile.carried().regions().keySet()).containsAll(commercial);
    }
}
