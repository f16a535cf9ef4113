// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.time.Timeline;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The account's buckets and objects. Call the methods within the timeline's events. */
public final class Buckets {
    private final Timeline timeline;
    private final Map<String, Bucket> byName = new TreeMap<>();

    /**
     * A bucket.
     *
     * @param createdAt milliseconds since the epoch
     * @param objects by their keys
     * @param settings those that protect the objects
     */
    record Bucket(long createdAt, NavigableMap<String, StoredObject> objects, BucketSettings settings) {}

    /** Creates the service without buckets. */
    public Buckets(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Creates a bucket. Creating it again is not an error, as in us-east-1.
     *
     * @throws AwsError InvalidBucketName
     */
    public void create(String name) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new AwsError("InvalidBucketName", "The specified bucket is not valid.");
        }
        byName.putIfAbsent(name, new Bucket(timeline.nowMillis(), new TreeMap<>(), new BucketSettings()));
    }

    /**
     * Deletes an empty bucket.
     *
     * @throws AwsError NoSuchBucket, BucketNotEmpty
     */
    public void delete(String name) {
        if (!bucket(name).objects().isEmpty()) {
            throw new AwsError("BucketNotEmpty", 409, "The bucket you tried to delete is not empty");
        }
        byName.remove(name);
    }

    /**
     * Stores an object and replaces an object with the same key.
     *
     * @param bytes the content, not copied
     * @throws AwsError NoSuchBucket
     */
    public StoredObject put(String name, String key, byte[] bytes, String contentType) {
        StoredObject object = new StoredObject(key, bytes, contentType, timeline.nowMillis());
        bucket(name).objects().put(key, object);
        return object;
    }

    /**
     * Reads an object.
     *
     * @throws AwsError NoSuchBucket, NoSuchKey
     */
    public StoredObject get(String name, String key) {
        return Optional.ofNullable(bucket(name).objects().get(key))
                .orElseThrow(() -> new AwsError("NoSuchKey", 404, "The specified key does not exist."));
    }

    /**
     * Deletes an object. Does nothing if it does not exist.
     *
     * @throws AwsError NoSuchBucket
     */
    public void delete(String name, String key) {
        bucket(name).objects().remove(key);
    }

    /** The protocol of the service. It accepts any request, so it must be last. */
    public Api endpoint(Account account) {
        return new S3Api(this, account);
    }

    SortedMap<String, Bucket> all() {
        return new TreeMap<>(byName);
    }

    Bucket bucket(String name) {
        Bucket bucket = byName.get(name);
        if (bucket == null) {
            throw new AwsError("NoSuchBucket", 404, "The specified bucket does not exist");
        }
        return bucket;
    }

    /** An object of a bucket. Do not change its bytes. */
    public static final class StoredObject {
        private final String key;
        private final byte[] bytes;
        private final String contentType;
        private final long modifiedAt;
        private final String etag;

        StoredObject(String key, byte[] bytes, String contentType, long modifiedAt) {
            this.key = key;
            this.bytes = bytes;
            this.contentType = contentType;
            this.modifiedAt = modifiedAt;
            this.etag = '"' + HexFormat.of().formatHex(md5(bytes)) + '"';
        }

        /** A part of an object that is not there yet. */
        static StoredObject part(byte[] bytes) {
            return new StoredObject("", bytes, "", 0);
        }

        /** Its name. */
        public String key() {
            return key;
        }

        /** Its content. */
        public byte[] bytes() {
            return bytes;
        }

        String contentType() {
            return contentType;
        }

        long modifiedAt() {
            return modifiedAt;
        }

        /** The ETag as S3 computes it for an object without parts, also used here for an object in parts: the MD5 in quotes. */
        String etag() {
            return etag;
        }

        private static byte[] md5(byte[] bytes) {
            try {
                return MessageDigest.getInstance("MD5").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has MD5", e);
            }
        }
    }
}
