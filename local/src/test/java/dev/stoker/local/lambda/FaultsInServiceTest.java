// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static dev.stoker.local.lambda.ModelledLambda.work;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.ModelledLambda.Sent;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each fault looks like to a caller; on virtual time. */
final class FaultsInServiceTest {
    private static List<Sent> hundredUnder(String faults) {
        ModelledLambda lambda = new ModelledLambda(LambdaSettings.with(Faults.parse(faults, 1)));
        List<Sent> sent = lambda.at(0, 100, "f", work(50));
        lambda.runUntil(60_000);
        assertThat(sent).allMatch(request -> request.outcome != null);
        return sent;
    }

    @Test
    void dispatch_delays_requests_on_their_way() {
        assertThat(hundredUnder("dispatch=fixed:40"))
                .extracting(sent -> sent.doneAfter)
                .containsOnly(1090L);
        assertThat(hundredUnder("dispatch=uniform:800"))
                .extracting(sent -> sent.doneAfter)
                .allMatch(done -> done >= 1050 && done <= 1850)
                .satisfies(all -> assertThat(all.stream().distinct().count()).isGreaterThan(60));
    }

    @Test
    void init_takes_longer() {
        assertThat(hundredUnder("init=500")).extracting(sent -> sent.doneAfter).containsOnly(1550L);
    }

    @Test
    void init_fails() {
        List<Sent> sent = hundredUnder("init-fail=0.2");

        assertThat(sent)
                .filteredOn(request -> request.answered().functionError())
                .hasSizeBetween(5, 40)
                .allSatisfy(request ->
                        assertThat(request.json().path("errorType").asText()).isEqualTo("Runtime.ExitError"));
    }

    @Test
    void requests_are_throttled_and_refused_by_a_service_error() {
        assertThat(hundredUnder("throttle=0.2"))
                .filteredOn(Sent::isRefused)
                .hasSizeBetween(5, 40)
                .allMatch(sent -> sent.refused().isThrottle());
        assertThat(hundredUnder("service-error=0.2"))
                .filteredOn(Sent::isRefused)
                .hasSizeBetween(5, 40)
                .allMatch(sent -> sent.refused().code().equals("ServiceException"));
    }

    @Test
    void functions_fail_answer_garbage_and_crash() {
        assertThat(hundredUnder("handler-error=1"))
                .allMatch(sent -> sent.answered().functionError());
        assertThat(hundredUnder("garbage=1")).noneMatch(sent -> sent.answered().functionError());
        assertThat(hundredUnder("crash=1"))
                .allSatisfy(sent -> assertThat(sent.answered().payload().text()).contains("signal: killed"));
    }

    @Test
    void the_same_seed_gives_the_same_faults() {
        String faults = "dispatch=lognormal:80:0.5,crash=0.1,throttle=0.1,garbage=0.1,seed=";

        assertThat(story(hundredUnder(faults + "7"))).isEqualTo(story(hundredUnder(faults + "7")));
        assertThat(story(hundredUnder(faults + "7"))).isNotEqualTo(story(hundredUnder(faults + "8")));
    }

    private static List<String> story(List<Sent> sent) {
        return sent.stream()
                .map(request -> request.doneAfter + " "
                        + requireNonNull(request.outcome).requestId())
                .toList();
    }
}
