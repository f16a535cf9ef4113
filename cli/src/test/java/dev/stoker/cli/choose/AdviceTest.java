// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdviceTest {
    @ParameterizedTest
    @CsvSource({
        "java8.al2, false",
        "java11, true",
        "java25, true",
        "python3.11, false",
        "python3.12, true",
        "python3.14, true",
        "dotnet6, false",
        "dotnet8, true",
        "nodejs24.x, false",
        "provided.al2023, false",
        "ruby3.4, false"
    })
    void snapstart_is_advised_for_the_runtimes_that_have_it(String runtime, boolean has) {
        List<String> advice = Advice.of(facts(Optional.of(runtime), OptionalDouble.empty(), Optional.empty()));

        assertThat(String.join("\n", advice).contains("SnapStart")).isEqualTo(has);
    }

    @Test
    void a_function_that_users_keep_busy_needs_nothing() {
        assertThat(Advice.of(facts(Optional.empty(), OptionalDouble.of(20), Optional.empty())))
                .first()
                .asString()
                .startsWith("Do nothing: users keep 20 environments busy");
        assertThat(Advice.of(facts(Optional.empty(), OptionalDouble.of(19.9), Optional.empty())))
                .noneMatch(advice -> advice.startsWith("Do nothing"));
    }

    @Test
    void provisioned_concurrency_is_advised_where_it_costs_no_more() {
        Costs cheap = new Costs(
                BigDecimal.TEN,
                List.of(
                        new Costs.Offer("all day", new BigDecimal("100")),
                        new Costs.Offer("mornings", BigDecimal.TEN)));

        assertThat(Advice.of(facts(Optional.of("nodejs24.x"), OptionalDouble.empty(), Optional.of(cheap))))
                .containsExactly("Use provisioned concurrency: at $10.00 (mornings) it costs no more than warming, and"
                        + " AWS guarantees it.");
    }

    private static Facts facts(Optional<String> runtime, OptionalDouble busy, Optional<Costs> costs) {
        return new Facts(
                runtime, OptionalLong.of(20), busy, Optional.of(Duration.ofSeconds(8)), Optional.empty(), costs);
    }
}
