// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The settings of a bucket that protect its objects. They are stored and returned, without effect. */
final class BucketSettings {
    private static final String ENCRYPTION = "encryption";
    private static final String PUBLIC_ACCESS = "publicAccessBlock";

    /** The parameters of the query that name a setting. */
    static final Set<String> PARAMETERS = Set.of(ENCRYPTION, PUBLIC_ACCESS);

    private final Map<String, String> documents = new HashMap<>();

    BucketSettings() {
        // Since 2023 S3 encrypts each object by its own keys, and blocks public access to new buckets.
        documents.put(
                ENCRYPTION,
                "<ServerSideEncryptionConfiguration xmlns=\"" + S3Api.NAMESPACE + "\"><Rule>"
                        + "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                        + "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>");
        documents.put(
                PUBLIC_ACCESS,
                "<PublicAccessBlockConfiguration xmlns=\"" + S3Api.NAMESPACE + "\"><BlockPublicAcls>true"
                        + "</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true"
                        + "</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets>"
                        + "</PublicAccessBlockConfiguration>");
    }

    /** The setting that a request is about; empty for any other request. */
    static Optional<String> named(WireRequest request) {
        Set<String> names = new TreeSet<>(request.query().keySet());
        names.retainAll(PARAMETERS);
        return names.stream().findFirst();
    }

    /**
     * Stores or returns a setting.
     *
     * @throws AwsError MethodNotAllowed
     */
    WireResponse answer(WireRequest request, String name) {
        switch (request.method()) {
            case "PUT" -> {
                documents.put(name, new String(AwsChunked.contentOf(request), UTF_8));
                return WireResponse.empty(200);
            }
            case "GET" -> {
                return WireResponse.of(
                        200,
                        "text/xml",
                        Objects.requireNonNull(documents.get(name)).getBytes(UTF_8));
            }
            default -> throw new AwsError("MethodNotAllowed", 405, "The embedded AWS covers PUT and GET of " + name);
        }
    }
}
