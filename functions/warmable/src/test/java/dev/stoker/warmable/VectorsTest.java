// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.warmable.WarmFunction.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every test vector of the protocol on this library, which sees an event's bytes. */
class VectorsTest {
    private static final String[] MEMBERS = {
        "version",
        "environmentId",
        "coldStart",
        "initializedAt",
        "initMillis",
        "arrivedAt",
        "releasedAt",
        "sinceMillis",
        "busyMillis",
        "served",
        "userColdStart",
        "initializationType"
    };

    private static final String[] MEMBERS_OF_PRIMING = {"primed", "primeFailed"};

    @ParameterizedTest
    @MethodSource("vectors")
    void holds_and_answers_as_expected(Vector vector) throws IOException {
        Run run = new Run(vector);
        for (Vector.Step step : vector.steps()) {
            run.step(step);
        }
    }

    @Test
    void no_two_environments_share_an_id() throws IOException {
        Set<Object> ids = new HashSet<>();
        int answering = 0;
        for (Vector vector : vectors()) {
            Run run = new Run(vector);
            for (Vector.Step step : vector.steps()) {
                run.step(step);
            }
            ids.addAll(run.ids);
            answering += run.ids.size();
        }
        assertThat(ids).hasSize(answering).hasSizeGreaterThan(100);
    }

    static List<Vector> vectors() throws IOException {
        return Vector.all();
    }

    /** What a vector's user throws. */
    private static final class UserFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The environment of one vector. */
    private static final class Run {
        private static final byte[] USERS = WarmFunction.ascii("\"of the user\"");

        private final FakeClock clock = new FakeClock();
        private final Set<Object> ids = new HashSet<>();
        private final WarmableHandler handler;
        private Vector.@Nullable Step userStep;
        private byte @Nullable [] userGot;

        Run(Vector vector) {
            clock.setWallClock(vector.startsAt() - FakeClock.START);
            clock.processAgeMillis = vector.processAgeMillis() == null ? -1 : vector.processAgeMillis();
            handler = new WarmableHandler((event, output, context) -> user(event, output), vector.variables(), clock);
        }

        private void user(InputStream event, OutputStream output) throws IOException {
            userGot = event.readAllBytes();
            Vector.Step step = requireNonNull(userStep);
            if (step.text("reaches").equals("stoker")) {
                clock.pass(step.number("primeMillis"));
                if (step.is("primeFails")) {
                    throw new UserFailed();
                }
                return;
            }
            clock.pass(step.number("userMillis"));
            clock.passNanos(step.number("userMicros") * 1000);
            clock.setWallClock(step.number("userSetsWallClockMillis"));
            if (step.is("userFails")) {
                throw new UserFailed();
            }
            output.write(USERS);
        }

        void step(Vector.Step step) throws IOException {
            if (!step.isEvent()) {
                clock.pass(step.number("passMillis"));
                clock.freeze(step.number("freezeMillis"));
                clock.setWallClock(step.number("setWallClockMillis"));
                return;
            }
            userGot = null;
            switch (step.text("reaches")) {
                case "user" -> reachesUser(step);
                case "stoker" -> reachesStoker(step);
                default -> throw new AssertionError("no such value of reaches: " + step);
            }
        }

        private void reachesUser(Vector.Step step) throws IOException {
            userStep = step;
            if (step.is("userFails")) {
                assertThatThrownBy(() -> invoke(step)).isInstanceOf(UserFailed.class);
            } else {
                assertThat(invoke(step)).isEqualTo(USERS);
            }
            assertThat(userGot).isEqualTo(step.event());
        }

        private void reachesStoker(Vector.Step step) throws IOException {
            long sleeps = step.number("sleeps");
            clock.sleeps.clear();
            Object jump = step.object("duringSleep").getOrDefault("setWallClockMillis", 0);
            clock.duringSleep = millis -> clock.setWallClock(((Number) jump).longValue());
            userStep = step;
            Answer answer = Answer.of(invoke(step));
            String primes = step.textOrNull("primes");
            assertThat(userGot).isEqualTo(primes == null ? null : primes.getBytes(UTF_8));
            assertThat(answer.fields())
                    .containsOnlyKeys(
                            primes == null
                                    ? MEMBERS
                                    : Stream.of(MEMBERS, MEMBERS_OF_PRIMING)
                                            .flatMap(Stream::of)
                                            .toArray(String[]::new));
            assertThat(clock.sleeps).isEqualTo(sleeps == 0 ? List.of() : List.of(sleeps));
            assertThat(answer.heldMillis()).isEqualTo(sleeps + step.number("primeMillis"));
            assertThat((String) answer.get("environmentId")).matches("[A-Za-z0-9_-]{12}");
            ids.add(answer.get("environmentId"));
            assertThat(ids).hasSize(1);
            for (Map.Entry<String, Object> expected : step.object("answer").entrySet()) {
                assertThat(answer.get(expected.getKey())).as(expected.getKey()).isEqualTo(expected.getValue());
            }
        }

        private byte[] invoke(Vector.Step step) throws IOException {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            FakeContext context = new FakeContext((int) step.number("remainingMillis"));
            handler.handleRequest(new ByteArrayInputStream(step.event()), output, context);
            return output.toByteArray();
        }
    }
}
