// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    private static final PricedWay NOTHING = way("nothing", "0", 9_000, false);
    private static final PricedWay FIXED = way("fixed", "5.00", 100, true);

    @Test
    void the_simplest_way_that_is_enough_is_taken() {
        assertThat(taken(NOTHING, FIXED, way("windows", "4.90", 90, true))).isEqualTo("fixed");
        assertThat(taken(way("nothing", "0", 10, true), FIXED)).isEqualTo("nothing");
    }

    @Test
    void one_that_costs_clearly_less_or_leaves_half_as_many_cold_is_taken_instead() {
        assertThat(taken(NOTHING, FIXED, way("windows", "3.90", 100, true))).isEqualTo("windows");
        assertThat(taken(NOTHING, FIXED, way("demand", "5.00", 50, true))).isEqualTo("demand");
        assertThat(taken(NOTHING, FIXED, way("demand", "1.00", 1, false))).isEqualTo("fixed");
    }

    @Test
    void what_aws_guarantees_is_taken_where_it_costs_no_more() {
        assertThat(taken(NOTHING, FIXED, way("provisioned-fixed", "5.00", 100, true)))
                .isEqualTo("provisioned-fixed");
        assertThat(taken(NOTHING, FIXED, way("provisioned-fixed", "500", 100, true)))
                .isEqualTo("fixed");
    }

    @Test
    void if_no_way_is_enough_the_one_that_leaves_fewest_cold_is_named() {
        Recommendation recommendation = Recommendation.of(List.of(NOTHING, way("demand", "1", 70, false)));

        assertThat(recommendation.way().name()).isEqualTo("demand");
        assertThat(recommendation.sentence()).contains("No way reaches this share");
    }

    private static String taken(PricedWay... ways) {
        return Recommendation.of(List.of(ways)).way().name();
    }

    private static PricedWay way(String name, String usd, double cold, boolean enough) {
        return new PricedWay(name, name, new BigDecimal(usd), 720, cold, cold / 1e6, enough);
    }
}
