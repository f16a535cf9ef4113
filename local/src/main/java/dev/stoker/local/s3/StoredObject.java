// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An object of a bucket. Its bytes are not copied: nobody changes them. */
public final class StoredObject {
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
