// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags as targets, and targets divided among stacks. */
class DeploymentTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

    @ParameterizedTest
    @CsvSource({"20,'',20", "live:20,live,20", "3:1,3,1", "' 7 ','',7", "10000,'',10000", "a-b_C:5,a-b_C,5"})
    void a_tag_says_how_many_and_perhaps_of_which_alias(String value, String qualifier, long concurrency) {
        TaggedTarget target = TaggedTarget.of(ARN + "f", value).orElseThrow();

        assertThat(target.qualifier().orElse("")).isEqualTo(qualifier);
        assertThat(target.concurrency()).isEqualTo(concurrency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "10001",
                "99999999999",
                "1.5",
                "many",
                "live",
                "live:",
                ":5",
                "a:b:5",
                "live:0",
                "5 6"
            })
    void any_other_value_is_a_problem_with_place_rule_value_and_remedy(String value) {
        assertThat(TaggedTarget.of(ARN + "f", value)).isEmpty();
        assertThat(TaggedTarget.problem(ARN + "f", "stoker", value))
                .startsWith("f: tag stoker: must be a whole number from 1 to 10,000, or ALIAS:NUMBER")
                .contains("got \"" + value + "\"", "--resource " + ARN + "f --tags \"stoker=20\"");
    }

    @Test
    void twenty_targets_with_the_longest_names_fit_one_stack_and_it_can_be_deployed() throws JsonProcessingException {
        List<TaggedTarget> twenty = targets(20, 64, 128, 500);

        List<Deployment> divided = Deployment.divide(twenty);

        assertThat(divided).hasSize(1);
        Map<String, String> parameters = divided.get(0).parameters();
        assertThat(parameters).containsOnlyKeys("TargetArns", "Targets", "Targets2", "Targets3", "Targets4");
        assertThat(parameters.values())
                .allSatisfy(value ->
                        assertThat(value.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4_096));
        assertThat(requireNonNull(parameters.get("Targets2"))).isNotEmpty();
        assertThat(requireNonNull(parameters.get("Targets4"))).isEmpty();
        List<String> functions = new ArrayList<>();
        for (String name : List.of("Targets", "Targets2")) {
            for (JsonNode target : Json.read(requireNonNull(parameters.get(name)))) {
                functions.add(target.path("function").textValue());
            }
        }
        assertThat(functions)
                .isEqualTo(twenty.stream().map(TaggedTarget::called).toList());
        try (EmbeddedAws aws =
                EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.IN_JVM))) {
            assertThat(aws.deployTemplate(Path.of(System.getProperty("stoker.root")), "tagged", parameters)
                            .outputs())
                    .containsKey("KeepWarmArn");
        }
    }

    @Test
    void more_than_twenty_targets_or_ten_thousand_environments_are_divided_in_their_order() {
        assertThat(Deployment.divide(targets(41, 10, 0, 1)))
                .extracting(deployment -> deployment.targets().size())
                .containsExactly(20, 20, 1);
        List<TaggedTarget> large = new ArrayList<>(targets(3, 10, 0, 4_000));

        assertThat(Deployment.divide(large)).extracting(Deployment::concurrency).containsExactly(8_000L, 4_000L);
        assertThat(Deployment.divide(targets(2, 10, 0, 10_000))).hasSize(2);
        assertThat(Deployment.divide(List.of())).isEmpty();
        assertThat(Deployment.divide(large).stream()
                        .flatMap(deployment -> deployment.targets().stream())
                        .toList())
                .isEqualTo(large);
    }

    private static List<TaggedTarget> targets(int count, int nameLength, int aliasLength, long concurrency) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TaggedTarget(
                        ARN + String.format("%0" + nameLength + "d", i),
                        Optional.of("a".repeat(aliasLength)).filter(alias -> !alias.isEmpty()),
                        concurrency))
                .toList();
    }
}
