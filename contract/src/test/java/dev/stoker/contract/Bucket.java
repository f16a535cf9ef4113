// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket for the code of one run. */
final class Bucket implements AutoCloseable {
    private final S3Client s3;
    private final String name;
    private final List<String> keys = new ArrayList<>();

    private Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    static Bucket create(S3Client s3, String name) {
        s3.createBucket(request -> request.bucket(name));
        return new Bucket(s3, name);
    }

    String name() {
        return name;
    }

    /**
     * Uploads a file.
     *
     * @return its key
     */
    String put(Path file) {
        return put(file.getFileName().toString(), RequestBody.fromFile(file));
    }

    /**
     * Uploads bytes with a key.
     *
     * @return the key
     */
    String put(String key, byte[] content) {
        return put(key, RequestBody.fromBytes(content));
    }

    /** The address of an uploaded file. */
    URL url(String key) {
        return s3.utilities().getUrl(request -> request.bucket(name).key(key));
    }

    private String put(String key, RequestBody content) {
        s3.putObject(request -> request.bucket(name).key(key), content);
        keys.add(key);
        return key;
    }

    @Override
    public void close() {
        keys.forEach(key -> s3.deleteObject(request -> request.bucket(name).key(key)));
        s3.deleteBucket(request -> request.bucket(name));
    }
}
