// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Aliases and versions have their own environments, so a target names what users call. */
@AtAnEndpoint
final class QualifiersTest {
    private final Contract contract;

    QualifiersTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void an_alias_has_its_own_environments_however_it_is_named() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            String version = function.publishVersion();
            function.createAlias("live", version);

            Set<String> unqualified = ids(function.name());
            Set<String> live = ids(function.name() + ":live");

            assertThat(live).doesNotContainAnyElementsOf(unqualified);
            assertThat(ids(function.arn() + ":live")).as("by its ARN").isEqualTo(live);
            assertThat(ids(partialArn(function) + ":live"))
                    .as("by its partial ARN")
                    .isEqualTo(live);
            assertThat(ids(function.name() + ":" + version))
                    .as("the version that the alias names")
                    .isEqualTo(live);
            assertThat(ids(function.name() + ":$LATEST"))
                    .as("without a qualifier it is $LATEST")
                    .isEqualTo(unqualified);
        }
    }

    private Set<String> ids(String function) {
        Cycle cycle = contract.keepWarm().run(Input.of(function, 2).patient());
        assertThatCycle(cycle)
                .provesEnvironments(2)
                .says(target -> assertThat(target.function()).isEqualTo(function));
        return assertThatCycle(cycle).result().target().ids();
    }

    /** Without {@code arn:aws:lambda:us-east-1:}. */
    private static String partialArn(TargetFunction function) {
        String[] parts = function.arn().split(":", 5);
        return parts[4];
    }
}
