// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Failure;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moving an alias where Lambda does not answer, or where another process moves it too. */
class AliasMoverTest {
    private static final String ALIAS = "/2015-03-31/functions/orders/aliases/live";

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    private final HeldPace pace = new HeldPace();
    private final LambdaAlias alias = new LambdaAlias(
            AwsClients.ofEmbedded(aws.endpoint(), "us-east-1"),
            FunctionName.parse("orders:live").orElseThrow(),
            pace);
    private final AliasMover mover = new AliasMover(alias, new AliasState("1", Map.of(), "r1"), pace);

    @AfterEach
    void close() {
        alias.close();
    }

    @Test
    void each_change_names_the_revision_that_was_seen_last_and_the_weights_even_if_there_are_none() {
        aws.answers("PUT " + ALIAS, 200, "{\"FunctionVersion\":\"2\",\"RevisionId\":\"r2\"}");

        mover.move("2", Map.of());
        mover.move("2", Map.of());

        assertThat(aws.requests("PUT " + ALIAS))
                .extracting(FakeAws.Request::body)
                .containsExactly(body("r1"), body("r2"));
    }

    private static String body(String revision) {
        return "{\"FunctionVersion\":\"2\",\"RoutingConfig\":{\"AdditionalVersionWeights\":{}},\"RevisionId\":\""
                + revision + "\"}";
    }

    @Test
    void a_change_whose_answer_was_lost_is_found_and_not_made_twice() {
        aws.answers("PUT " + ALIAS, 500, "{}")
                .answers("GET " + ALIAS, 200, "{\"FunctionVersion\":\"2\",\"RevisionId\":\"r2\"}");

        mover.move("2", Map.of());

        assertThat(mover.now()).isEqualTo(new AliasState("2", Map.of(), "r2"));
        assertThat(aws.requests("PUT " + ALIAS)).hasSize(1);
    }

    @Test
    void a_change_that_was_not_made_is_tried_again_a_few_times() {
        aws.answers("PUT " + ALIAS, 503, "{}")
                .answers("GET " + ALIAS, 200, "{\"FunctionVersion\":\"1\",\"RevisionId\":\"r1\"}");

        Failure failure = catchThrowableOfType(Failure.class, () -> mover.move("2", Map.of()));

        assertThat(failure.code()).isEqualTo("Stoker.ServiceError");
        assertThat(aws.requests("PUT " + ALIAS)).hasSize(4);
        assertThat(pace.pauses()).isEqualTo(3);
        assertThat(mover.putBack()).isEqualTo("The alias live still points to version 1.");
    }

    @Test
    void what_lambda_refuses_is_not_tried_again() {
        aws.answers("PUT " + ALIAS, 403, "{\"Message\":\"User: x is not authorized to perform: lambda:UpdateAlias\"}")
                .answers("GET " + ALIAS, 200, "{\"FunctionVersion\":\"1\",\"RevisionId\":\"r1\"}");

        assertThat(catchThrowableOfType(Failure.class, () -> mover.move("2", Map.of())))
                .isNotNull();

        assertThat(aws.requests("PUT " + ALIAS)).hasSize(1);
    }

    @Test
    void an_alias_that_another_process_moved_is_left_as_it_is_even_if_it_points_where_it_should() {
        aws.answers("PUT " + ALIAS, 412, "{\"Type\":\"User\",\"Message\":\"The Revision Id does not match\"}")
                .answers("GET " + ALIAS, 200, "{\"FunctionVersion\":\"2\",\"RevisionId\":\"r9\"}");

        Failure failure = catchThrowableOfType(Failure.class, () -> mover.move("2", Map.of()));

        assertThat(failure.code()).isEqualTo("Stoker.AliasChanged");
        assertThat(failure)
                .hasMessage(
                        "The alias live was changed by another process during this promotion, so the promotion did not change it. It"
                                + " points to version 2.");
        assertThat(aws.requests("PUT " + ALIAS)).hasSize(1);
    }

    @Test
    void where_the_alias_cannot_be_put_back_the_command_that_does_it_is_printed() {
        aws.answers("PUT " + ALIAS, 200, "{\"FunctionVersion\":\"2\",\"RevisionId\":\"r2\"}");
        mover.move("2", Map.of());
        aws.answers("PUT " + ALIAS, 500, "{}").answers("GET " + ALIAS, 500, "{}");

        assertThat(mover.putBack())
                .startsWith("The alias could not be put back: ")
                .endsWith("Put it back with: aws lambda update-alias --function-name orders --name live"
                        + " --function-version 1 --routing-config AdditionalVersionWeights={}.");
    }

    @Test
    void an_interruption_puts_the_alias_back_once_and_allows_no_more_moves() {
        aws.answers("PUT " + ALIAS, 200, "{\"FunctionVersion\":\"1\",\"RevisionId\":\"r3\"}");

        assertThat(mover.interrupt()).contains("The alias live still points to version 1.");
        assertThat(mover.interrupt()).isEmpty();

        assertThat(catchThrowableOfType(Failure.class, () -> mover.move("2", Map.of()))
                        .code())
                .isEqualTo("Stoker.Interrupted");
        assertThat(aws.requests("PUT " + ALIAS)).isEmpty();
    }

    @Test
    void after_its_end_a_promotion_cannot_be_interrupted() {
        mover.stay();

        assertThat(mover.interrupt()).isEmpty();
    }
}
