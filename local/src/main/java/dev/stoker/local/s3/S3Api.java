// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.QueryApi.Xml;
import dev.stoker.local.s3.Buckets.StoredObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** S3's REST protocol with the bucket in the path. It accepts any request, so it must be the last service. */
final class S3Api implements Api {
    /** A package of 250 MB, unpacked as large as Lambda takes it; S3 itself takes 5 GB at once, which this server would hold in memory. */
    static final long MOST_BYTES_OF_AN_OBJECT = 262_144_000;

    static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    /** The allowed parameters of the query; x-id only repeats the operation's name. */
    private static final Set<String> PARAMETERS = Set.of(
            "x-id",
            "location",
            "list-type",
            "prefix",
            "delimiter",
            "max-keys",
            "continuation-token",
            "start-after",
            "encoding-type",
            "fetch-owner");

    /** Headers that change an operation and are not supported. */
    private static final List<String> CONDITIONS =
            List.of("If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "X-Amz-Copy-Source");

    private final Buckets buckets;
    private final Uploads uploads;
    private final Account account;

    /** Creates the protocol of these buckets. */
    S3Api(Buckets buckets, Account account) {
        this.buckets = buckets;
        this.uploads = new Uploads(buckets);
        this.account = account;
    }

    @Override
    public String service() {
        return "s3";
    }

    @Override
    public boolean serves(WireRequest request) {
        return request.header("X-Amz-Target").isEmpty()
                && request.signedFor().filter(service -> !service.equals("s3")).isEmpty();
    }

    @Override
    public long mostBytes(WireRequest head) {
        return MOST_BYTES_OF_AN_OBJECT;
    }

    @Override
    public void answer(WireRequest request, Consumer<WireResponse> reply) {
        refuseOthers(request);
        requireOwner(request);
        List<String> segments = request.segments();
        WireResponse response = segments.isEmpty()
                ? listBuckets(request)
                : segments.size() == 1
                        ? bucket(request, segments.get(0))
                        : object(request, segments.get(0), key(request));
        reply.accept(response.with("x-amz-request-id", request.id()));
    }

    private static void refuseOthers(WireRequest request) {
        Set<String> others = new TreeSet<>(request.query().keySet());
        others.removeAll(PARAMETERS);
        others.removeAll(BucketSettings.PARAMETERS);
        if (Uploads.isMeant(request)) {
            others.removeAll(Uploads.PARAMETERS);
        }
        CONDITIONS.stream().filter(name -> request.header(name).isPresent()).forEach(others::add);
        if (!others.isEmpty()) {
            throw uncovered(request, " with " + String.join(", ", others));
        }
    }

    /** All buckets are of this account. */
    private void requireOwner(WireRequest request) {
        if (request.header("X-Amz-Expected-Bucket-Owner")
                .filter(owner -> !owner.equals(account.id()))
                .isPresent()) {
            throw new AwsError("AccessDenied", 403, "Access Denied");
        }
    }

    /** Everything after the bucket's name, including slashes. */
    private static String key(WireRequest request) {
        return WireRequest.decodedPath(request.path().replaceFirst("^/+[^/]*/", ""));
    }

    private WireResponse listBuckets(WireRequest request) {
        if (!request.method().equals("GET")) {
            throw uncovered(request, "");
        }
        return WireResponse.xml(
                200,
                Xml.root(
                        "ListAllMyBucketsResult",
                        NAMESPACE,
                        result -> result.add(
                                "Buckets",
                                list -> buckets.all()
                                        .forEach((name, bucket) -> list.add(
                                                "Bucket",
                                                item -> item.add("Name", name)
                                                        .add(
                                                                "CreationDate",
                                                                Instant.ofEpochMilli(bucket.createdAt())))))));
    }

    private WireResponse bucket(WireRequest request, String name) {
        Optional<String> setting = BucketSettings.named(request);
        if (setting.isPresent()) {
            return buckets.bucket(name).settings().answer(request, setting.get());
        }
        switch (request.method()) {
            case "PUT" -> {
                buckets.create(name);
                return WireResponse.empty(200).with("Location", "/" + name);
            }
            case "HEAD" -> {
                buckets.bucket(name);
                return WireResponse.empty(200).with("x-amz-bucket-region", account.region());
            }
            case "DELETE" -> {
                buckets.delete(name);
                return WireResponse.empty(204);
            }
            case "GET" -> {
                return request.query().containsKey("location")
                        ? location(name)
                        : WireResponse.xml(200, ObjectList.of(request.query(), name, buckets.bucket(name)));
            }
            default -> throw uncovered(request, "");
        }
    }

    /** The location constraint, which is empty in us-east-1. */
    private WireResponse location(String name) {
        buckets.bucket(name);
        String constraint = account.region().equals("us-east-1") ? "" : account.region();
        return WireResponse.xml(200, Xml.root("LocationConstraint", NAMESPACE, xml -> xml.append(constraint)));
    }

    /** A client that reads an object in parts names the ETag of the first part. */
    private static void requireMatch(WireRequest request, StoredObject object) {
        String etag = request.header("If-Match").orElse("*");
        if (!etag.equals("*") && !etag.replace("\"", "").equals(object.etag().replace("\"", ""))) {
            throw new AwsError(
                    "PreconditionFailed", 412, "At least one of the pre-conditions you specified did not hold");
        }
    }

    private WireResponse object(WireRequest request, String bucket, String key) {
        if (request.header("If-Match").isPresent() && !request.method().equals("GET")) {
            throw uncovered(request, " with If-Match");
        }
        if (Uploads.isMeant(request)) {
            return uploads.answer(request, bucket, key);
        }
        switch (request.method()) {
            case "PUT" -> {
                String type = request.header("Content-Type").orElse("binary/octet-stream");
                StoredObject object = buckets.put(bucket, key, AwsChunked.contentOf(request), type);
                return WireResponse.empty(200).with("ETag", object.etag());
            }
            case "GET" -> {
                StoredObject object = buckets.get(bucket, key);
                requireMatch(request, object);
                WireResponse content = ByteRange.of(request, object.bytes().length)
                        .map(range -> range.answer(object))
                        .orElseGet(() -> WireResponse.of(200, object.contentType(), object.bytes()));
                return described(content, object).with("Accept-Ranges", "bytes");
            }
            case "HEAD" -> {
                StoredObject object = buckets.get(bucket, key);
                return described(WireResponse.empty(200), object)
                        .with("Content-Type", object.contentType())
                        .with("Content-Length", String.valueOf(object.bytes().length));
            }
            case "DELETE" -> {
                buckets.delete(bucket, key);
                return WireResponse.empty(204);
            }
            default -> throw uncovered(request, "");
        }
    }

    private static WireResponse described(WireResponse response, StoredObject object) {
        Instant modified = Instant.ofEpochMilli(object.modifiedAt());
        return response.with("ETag", object.etag())
                .with("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
    }

    private static AwsError uncovered(WireRequest request, String what) {
        return new AwsError(
                "NotImplemented",
                501,
                request.method() + " " + request.path() + what
                        + ": the embedded AWS does not cover it. It covers creating,"
                        + " listing and deleting buckets and whole objects, and uploads in parts.");
    }

    /** The answer to a HEAD has no body, so its error has only a status. */
    @Override
    public WireResponse refusal(WireRequest request, AwsError error) {
        WireResponse response = request.method().equals("HEAD")
                ? WireResponse.empty(error.status())
                : WireResponse.xml(
                        error.status(),
                        Xml.root(
                                "Error",
                                null,
                                details -> details.add("Code", error.code())
                                        .add("Message", error.getMessage())
                                        .add("Resource", request.path())
                                        .add("RequestId", request.id())));
        return response.with("x-amz-request-id", request.id());
    }
}
