// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Aliases.AliasChange;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import dev.stoker.local.lambda.ModelledLambda.Sent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alias that sends a share of the invocations to a second version, and the revisions of an alias. */
final class WeightedAliasesTest {
    private final ModelledLambda lambda = new ModelledLambda();
    private final Functions functions = lambda.service.functions();

    @BeforeEach
    void two_versions() {
        functions.publishVersion("f");
        functions.update("f", definition -> definition.withMemoryMegabytes(512));
        functions.publishVersion("f");
    }

    @Test
    void a_share_of_the_invocations_reaches_the_second_version_and_its_own_environments() {
        functions.createAlias("f", "live", "1", "", Map.of("2", 0.1));

        List<Sent> users = lambda.at(0, 900, "f:live", work(1));
        lambda.runUntil(10_000);

        long second = users.stream()
                .filter(user -> user.answered().executedVersion().equals("2"))
                .count();
        assertThat(second).isBetween(55L, 130L);
        assertThat(lambda.service.environments())
                .filteredOn(environment -> environment.version().equals("2"))
                .hasSize((int) second);
        assertThat(functions.get("f:live").version()).as("of the main version").isEqualTo("1");
    }

    @Test
    void shares_of_none_and_of_all_are_exact() {
        functions.createAlias("f", "none", "1", "", Map.of("2", 0.0));
        functions.createAlias("f", "all", "1", "", Map.of("2", 1.0));

        List<Sent> none = lambda.at(0, 50, "f:none", work(1));
        List<Sent> all = lambda.at(0, 50, "f:all", work(1));
        lambda.runUntil(10_000);

        assertThat(none)
                .allSatisfy(
                        user -> assertThat(user.answered().executedVersion()).isEqualTo("1"));
        assertThat(all)
                .allSatisfy(
                        user -> assertThat(user.answered().executedVersion()).isEqualTo("2"));
    }

    @Test
    void what_an_alias_cannot_have_as_its_second_version_is_refused() {
        functions.createAlias("f", "live", "1");

        assertThat(codeOf(() -> weigh(Map.of("1", 0.5)))).isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> weigh(Map.of("2", 0.5, "3", 0.1)))).isEqualTo("InvalidParameterValueException");
        assertThat(codeOf(() -> weigh(Map.of("9", 0.5)))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> weigh(Map.of("$LATEST", 0.5)))).isEqualTo("ResourceNotFoundException");
        assertThat(codeOf(() -> weigh(Map.of("2", 1.5)))).isEqualTo("ValidationException");
        assertThat(codeOf(() -> functions.createAlias("f", "next", "$LATEST", "", Map.of("1", 0.5))))
                .isEqualTo("InvalidParameterValueException");
        assertThat(functions.alias("f", "live").weights()).isEmpty();
    }

    @Test
    void weights_stay_unless_a_change_names_them() {
        functions.createAlias("f", "live", "1", "for users", Map.of("2", 0.25));

        FunctionAlias described = functions.updateAlias(
                "f", "live", new AliasChange(Optional.empty(), Optional.of("new"), Optional.empty(), Optional.empty()));
        assertThat(described.weights()).containsExactly(Map.entry("2", 0.25));
        assertThat(codeOf(() -> functions.updateAlias(
                        "f",
                        "live",
                        new AliasChange(Optional.of("2"), Optional.empty(), Optional.empty(), Optional.empty()))))
                .as("version 2 would be there twice")
                .isEqualTo("InvalidParameterValueException");

        FunctionAlias moved = functions.updateAlias(
                "f",
                "live",
                new AliasChange(Optional.of("2"), Optional.empty(), Optional.of(Map.of()), Optional.empty()));
        assertThat(moved.version()).isEqualTo("2");
        assertThat(moved.weights()).isEmpty();
        assertThat(moved.description()).isEqualTo("new");
    }

    @Test
    void each_change_gives_another_revision_even_back_to_where_it_was() {
        String first = functions.createAlias("f", "live", "1").revision();
        String second = functions
                .updateAlias(
                        "f",
                        "live",
                        new AliasChange(Optional.of("2"), Optional.empty(), Optional.empty(), Optional.of(first)))
                .revision();
        String third = functions
                .updateAlias(
                        "f",
                        "live",
                        new AliasChange(Optional.of("1"), Optional.empty(), Optional.empty(), Optional.of(second)))
                .revision();

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        AwsError refused = catchThrowableOfType(
                AwsError.class,
                () -> functions.updateAlias(
                        "f",
                        "live",
                        new AliasChange(Optional.of("2"), Optional.empty(), Optional.empty(), Optional.of(first))));
        assertThat(refused.code()).isEqualTo("PreconditionFailedException");
        assertThat(refused.status()).isEqualTo(412);
        assertThat(functions.alias("f", "live").version()).isEqualTo("1");
    }

    private void weigh(Map<String, Double> weights) {
        functions.updateAlias(
                "f",
                "live",
                new AliasChange(Optional.empty(), Optional.empty(), Optional.of(weights), Optional.empty()));
    }

    private static String codeOf(ThrowingCallable call) {
        return catchThrowableOfType(AwsError.class, call).code();
    }
}
