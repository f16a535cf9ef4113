// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A test vector of the protocol, as functions/protocol/README.md describes it.
 *
 * @param name unique
 * @param startsAt epoch milliseconds that the wall clock shows in INIT
 * @param processAgeMillis at the end of INIT; null if the process does not tell
 * @param variables environment variables, and there are no others
 * @param steps in their order, of one environment
 */
record Vector(
        String name, long startsAt, @Nullable Long processAgeMillis, Map<String, String> variables, List<Step> steps) {
    /** All of them; {@code stoker.root} is the root of the repository. */
    static List<Vector> all() throws IOException {
        Path folder = Path.of(System.getProperty("stoker.root"), "functions", "protocol", "vectors");
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file).forEach(vector -> vectors.add(of(vector)));
            }
        }
        return vectors;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> read(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return (List<Map<String, Object>>)
                    JacksonFactory.getInstance().getSerializer(List.class).fromJson(json);
        }
    }

    @SuppressWarnings("unchecked")
    private static Vector of(Map<String, Object> vector) {
        Number age = (Number) vector.get("processAgeMillis");
        return new Vector(
                (String) required(vector, "name"),
                ((Number) required(vector, "startsAt")).longValue(),
                age == null ? null : Long.valueOf(age.longValue()),
                (Map<String, String>) required(vector, "variables"),
                ((List<Map<String, Object>>) required(vector, "steps"))
                        .stream().map(Step::new).toList());
    }

    private static Object required(Map<String, Object> members, String member) {
        return requireNonNull(members.get(member), member);
    }

    @Override
    public String toString() {
        return name;
    }

    /** One step: time that passes, or an event. */
    record Step(Map<String, Object> members) {
        boolean isEvent() {
            return members.containsKey("reaches");
        }

        byte[] event() {
            Object base64 = members.get("eventBase64");
            return base64 == null
                    ? text("event").getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode((String) base64);
        }

        /** A text that the step must have. */
        String text(String member) {
            return (String) required(members, member);
        }

        /** Null where the step has no such member. */
        @Nullable
        String textOrNull(String member) {
            return (String) members.get(member);
        }

        /** 0 where the step has no such member. */
        long number(String member) {
            return ((Number) members.getOrDefault(member, 0)).longValue();
        }

        boolean is(String member) {
            return Boolean.TRUE.equals(members.get(member));
        }

        /** Empty where the step has no such member. */
        @SuppressWarnings("unchecked")
        Map<String, Object> object(String member) {
            return (Map<String, Object>) members.getOrDefault(member, Map.of());
        }
    }
}
