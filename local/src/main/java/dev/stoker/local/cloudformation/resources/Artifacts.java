// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.values.Value;
import dev.stoker.local.s3.Buckets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that a template names.
 *
 * @param buckets the buckets for s3:// URLs
 * @param folder the template's folder on this machine; null if only S3 is allowed
 */
record Artifacts(Buckets buckets, @Nullable Path folder) {
    private static final Pattern S3 = Pattern.compile("s3://([^/]+)/(.+)");

    /**
     * Reads a file.
     *
     * @param location {@code s3://bucket/key}, a mapping of Bucket and Key, or a path from the template's folder
     * @param property the property, for messages
     */
    byte[] read(String property, JsonNode location) {
        if (location.isObject()) {
            return object(location.path("Bucket").asText(), location.path("Key").asText());
        }
        String text = Value.textOf(location, property);
        Matcher s3 = S3.matcher(text);
        if (s3.matches()) {
            return object(s3.group(1), s3.group(2));
        }
        if (folder == null) {
            throw new AwsError(
                    "ValidationError",
                    property + ": must be an S3 location such as s3://bucket/key, got " + text
                            + ". Upload the file first, as sam package does.");
        }
        return local(property, folder.resolve(text).normalize());
    }

    /** Reads an object of a bucket. */
    byte[] object(String bucket, String key) {
        return buckets.get(bucket, key).bytes();
    }

    private static byte[] local(String property, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AwsError(
                    "ValidationError", property + ": must be a file, got " + file + ". Build it first: mvn package.");
        }
    }
}
