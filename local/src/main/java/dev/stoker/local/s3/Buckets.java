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

/** The account's buckets and what is in them. To be called within the timeline's events. */
public final class Buckets {
    private final Timeline timeline;
    private final Map<String, Bucket> byName = new TreeMap<>();

    /**
     * A bucket.
     *
     * @param createdAt milliseconds since the epoch
     * @param objects by their keys
     */
    record Bucket(long createdAt, NavigableMap<String, StoredObject> objects) {}

    /** No bucket yet. */
    public Buckets(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Makes a bucket; one's own bucket again is no error, as in us-east-1.
     *
     * @throws AwsError InvalidBucketName
     */
    public void create(String name) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new AwsError("InvalidBucketName", "The specified bucket is not valid.");
        }
        byName.putIfAbsent(name, new Bucket(timeline.nowMillis(), new TreeMap<>()));
    }

    /**
     * Removes an empty bucket.
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
     * Puts an object in, in place of one of the same key.
     *
     * @param bytes not copied
     * @throws AwsError NoSuchBucket
     */
    public StoredObject put(String name, String key, byte[] bytes, String contentType) {
        StoredObject object = new StoredObject(key, bytes, contentType, timeline.nowMillis());
        bucket(name).objects().put(key, object);
        return object;
    }

    /**
     * Gives an object.
     *
     * @throws AwsError NoSuchBucket, NoSuchKey
     */
    public StoredObject get(String name, String key) {
        return Optional.ofNullable(bucket(name).objects().get(key))
                .orElseThrow(() -> new AwsError("NoSuchKey", 404, "The specified key does not exist."));
    }

    /**
     * Removes an object; one that is not there is removed already.
     *
     * @throws AwsError NoSuchBucket
     */
    public void delete(String name, String key) {
        bucket(name).objects().remove(key);
    }

    /** The protocol in front of them. Serves whatever no other service claims, so it comes last. */
    public Api endpoint(Account account) {
        return new S3Api(this, account.region());
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

    /** An object of a bucket. Its bytes are not copied: nobody changes them. */
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

        /** As S3 makes it for an object that came in one piece: the MD5 in quotes. */
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
