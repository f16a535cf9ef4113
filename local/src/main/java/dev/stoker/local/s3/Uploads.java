// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.QueryApi.Xml;
import dev.stoker.local.s3.Buckets.StoredObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Multipart uploads: how the AWS CLI, SAM and the SDKs send files of more than 8 MB. Nothing of one is in a bucket before it is complete. */
final class Uploads {
    /** What the queries of their operations say. */
    static final Set<String> PARAMETERS = Set.of("uploads", "uploadId", "partNumber");

    private static final Pattern PART = Pattern.compile("<PartNumber>\\s*(\\d{1,5})\\s*</PartNumber>");

    private final Buckets buckets;
    private final Map<String, Upload> byId = new HashMap<>();
    private long started;

    /** One that is under way. */
    private record Upload(String bucket, String key, String contentType, NavigableMap<Integer, StoredObject> parts) {
        long size() {
            return parts.values().stream()
                    .mapToLong(part -> part.bytes().length)
                    .sum();
        }
    }

    Uploads(Buckets buckets) {
        this.buckets = buckets;
    }

    /** Whether a request is one of these operations. */
    static boolean isMeant(WireRequest request) {
        Set<String> query = request.query().keySet();
        return switch (request.method()) {
            case "POST" -> query.contains("uploads") || query.contains("uploadId");
            case "PUT" -> query.contains("uploadId") && query.contains("partNumber");
            case "DELETE" -> query.contains("uploadId");
            default -> false;
        };
    }

    WireResponse answer(WireRequest request, String bucket, String key) {
        if (request.query().containsKey("uploads")) {
            return start(request, bucket, key);
        }
        String id = request.query().getOrDefault("uploadId", "");
        Upload upload = byId.get(id);
        if (upload == null || !upload.bucket.equals(bucket) || !upload.key.equals(key)) {
            throw new AwsError(
                    "NoSuchUpload",
                    404,
                    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                            + " aborted or completed.");
        }
        return switch (request.method()) {
            case "PUT" -> part(request, upload);
            case "POST" -> complete(request, id, upload);
            default -> {
                byId.remove(id);
                yield WireResponse.empty(204);
            }
        };
    }

    private WireResponse start(WireRequest request, String bucket, String key) {
        buckets.bucket(bucket);
        String id = "upload-" + started++;
        String type = request.header("Content-Type").orElse("binary/octet-stream");
        byId.put(id, new Upload(bucket, key, type, new TreeMap<>()));
        return xml("InitiateMultipartUploadResult", bucket, key, "UploadId", id);
    }

    private static WireResponse part(WireRequest request, Upload upload) {
        String number = request.query().getOrDefault("partNumber", "");
        if (!number.matches("[1-9]\\d{0,3}|10000")) {
            throw new AwsError(
                    "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive, got " + number);
        }
        StoredObject part = StoredObject.part(AwsChunked.contentOf(request));
        upload.parts.put(Integer.valueOf(number), part);
        if (upload.size() > S3Api.MOST_BYTES_OF_AN_OBJECT) {
            upload.parts.clear();
            throw new AwsError(
                    "EntityTooLarge",
                    "Your proposed upload exceeds the maximum allowed size, which is " + S3Api.MOST_BYTES_OF_AN_OBJECT
                            + " bytes on the embedded AWS.");
        }
        return WireResponse.empty(200).with("ETag", part.etag());
    }

    /** Of the parts that the request names, in the order of their numbers. */
    private WireResponse complete(WireRequest request, String id, Upload upload) {
        List<StoredObject> parts = new ArrayList<>();
        int last = 0;
        for (Matcher named = PART.matcher(request.text()); named.find(); ) {
            int number = Integer.parseInt(named.group(1));
            StoredObject part = upload.parts.get(number);
            if (part == null) {
                throw new AwsError(
                        "InvalidPart", "One or more of the specified parts could not be found: part " + number + ".");
            }
            if (number <= last) {
                throw new AwsError("InvalidPartOrder", "The list of parts was not in ascending order.");
            }
            last = number;
            parts.add(part);
        }
        if (parts.isEmpty()) {
            throw new AwsError("MalformedXML", "You must specify at least one part");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) upload.size());
        parts.forEach(part -> whole.writeBytes(part.bytes()));
        StoredObject object = buckets.put(upload.bucket, upload.key, whole.toByteArray(), upload.contentType);
        byId.remove(id);
        return xml("CompleteMultipartUploadResult", upload.bucket, upload.key, "ETag", object.etag());
    }

    private static WireResponse xml(String root, String bucket, String key, String name, String value) {
        return WireResponse.xml(
                200,
                Xml.root(
                        root,
                        S3Api.NAMESPACE,
                        result -> result.add("Bucket", bucket).add("Key", key).add(name, value)));
    }
}
