// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account's limit and what functions reserve of it. */
final class ConcurrencyTest {
    @Test
    void the_account_refuses_what_is_above_its_limit() {
        ModelledLambda lambda =
                new ModelledLambda(LambdaSettings.with(Faults.none(1)).accountConcurrency(12));
        List<Sent> sent = lambda.at(0, 20, "f", work(50));
        Sent later = lambda.at(5000, "f", work(50));

        lambda.runUntil(10_000);

        assertThat(sent).filteredOn(Sent::isRefused).hasSize(8);
        AwsError refused = sent.get(19).refused();
        assertThat(refused.code()).isEqualTo("TooManyRequestsException");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.reason()).isEqualTo("ConcurrentInvocationLimitExceeded");
        assertThat(later.isRefused()).isFalse();
        assertThat(lambda.report().throttles()).isEqualTo(8);
    }

    @Test
    void a_reservation_is_a_limit_and_is_taken_from_the_others() {
        ModelledLambda lambda =
                new ModelledLambda(LambdaSettings.with(Faults.none(1)).accountConcurrency(110));
        lambda.create("g", 60);
        lambda.service.concurrency().reserve("f", 10);
        List<Sent> reserved = lambda.at(0, 12, "f", work(50));
        List<Sent> others = lambda.at(0, 101, "g", work(50));

        lambda.runUntil(10_000);

        assertThat(lambda.service.concurrency().unreserved()).isEqualTo(100);
        assertThat(reserved).filteredOn(Sent::isRefused).hasSize(2);
        assertThat(reserved.get(11).refused().reason()).isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
        assertThat(others).filteredOn(Sent::isRefused).hasSize(1);
    }

    @Test
    void a_hundred_stay_unreserved() {
        ModelledLambda lambda = new ModelledLambda();
        Concurrency concurrency = lambda.service.concurrency();
        concurrency.reserve("f", 900);

        assertThatThrownBy(() -> concurrency.reserve("f", 901))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("below its minimum value of [100]");
        concurrency.release("f");
        assertThat(concurrency.reserved("f")).isEmpty();
        assertThat(concurrency.unreserved()).isEqualTo(1000);
    }

    @Test
    void a_function_with_nothing_reserved_for_it_is_switched_off() {
        ModelledLambda lambda = new ModelledLambda();
        lambda.service.concurrency().reserve("f", 0);
        Sent sent = lambda.at(0, "f", work(50));

        lambda.runUntil(10_000);

        assertThat(sent.isRefused()).isTrue();
    }
}
