// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.s3.Buckets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::S3::Bucket}, as SAM creates it for its uploads. Encryption, versioning and access settings have no
 * effect.
 */
final class BucketResource implements ResourceType {
    private static final int LONGEST_NAME = 63;
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "BucketName", Shape.SCALAR,
            "BucketEncryption", Shape.ANYTHING,
            "PublicAccessBlockConfiguration", Shape.ANYTHING,
            "VersioningConfiguration", Shape.ANYTHING,
            "Tags", Shape.ANYTHING));

    private final Buckets buckets;

    BucketResource(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String deployedAs() {
        return "AWS::S3::Bucket";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.nameFrom("BucketName", LONGEST_NAME).toLowerCase(Locale.ROOT);
        buckets.create(name);
        return new Deployed(name, Map.of("Arn", "arn:aws:s3:::" + name), () -> buckets.delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        return request.keeps(before, "BucketName") ? Optional.of(there) : Optional.empty();
    }
}
