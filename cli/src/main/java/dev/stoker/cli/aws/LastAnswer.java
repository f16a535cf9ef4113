// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Keeps the JSON of the last response, for fields that are newer than this SDK. */
final class LastAnswer implements ExecutionInterceptor {
    private volatile Optional<JsonNode> last = Optional.empty();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(body -> {
            try (body) {
                byte[] bytes = body.readAllBytes();
                last = Json.read(new String(bytes, StandardCharsets.UTF_8), JsonNode.class);
                return new ByteArrayInputStream(bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** Whether the response has this field with a value other than null. */
    boolean has(String field) {
        return last.map(json -> json.hasNonNull(field)).orElse(false);
    }
}
