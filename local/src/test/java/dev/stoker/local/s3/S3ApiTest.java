// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ApiTest {
    private final ServedAws aws = ServedAws.start();
    private final S3Client s3 = aws.s3();

    @BeforeEach
    void createBucket() {
        s3.createBucket(request -> request.bucket("bucket"));
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private void put(String key, String content) {
        s3.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromString(content));
    }

    private String get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket("bucket").key(key)).asUtf8String();
    }

    @Test
    void an_object_is_put_looked_at_read_and_deleted() {
        put("a/b c+ü.txt", "hello");

        HeadObjectResponse head =
                s3.headObject(request -> request.bucket("bucket").key("a/b c+ü.txt"));
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(head.lastModified()).isNotNull();
        assertThat(get("a/b c+ü.txt")).isEqualTo("hello");
        s3.deleteObject(request -> request.bucket("bucket").key("a/b c+ü.txt"));
        assertThatThrownBy(() -> get("a/b c+ü.txt")).isInstanceOf(NoSuchKeyException.class);
    }

    private CompletedPart send(String upload, int number, String content) {
        String etag = s3.uploadPart(
                        request -> request.bucket("bucket")
                                .key("large")
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromString(content))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private void complete(String upload, CompletedPart... parts) {
        s3.completeMultipartUpload(request ->
                request.bucket("bucket").key("large").uploadId(upload).multipartUpload(whole -> whole.parts(parts)));
    }

    @Test
    void a_large_object_may_come_in_parts() {
        String upload = s3.createMultipartUpload(
                        request -> request.bucket("bucket").key("large").contentType("text/plain"))
                .uploadId();
        CompletedPart second = send(upload, 2, "two");
        CompletedPart first = send(upload, 1, "one,");

        assertThatThrownBy(() -> get("large")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> complete(upload, second, first)).hasMessageContaining("ascending order");
        complete(upload, first, second);
        assertThat(get("large")).isEqualTo("one,two");
        assertThatThrownBy(() -> complete(upload, first)).isInstanceOf(NoSuchUploadException.class);
    }

    private String part(String range, String etag) {
        return s3.getObjectAsBytes(request ->
                        request.bucket("bucket").key("a").range(range).ifMatch(etag))
                .asUtf8String();
    }

    @Test
    void an_object_is_read_in_parts_as_long_as_it_stays_the_same() {
        put("a", "hello");
        String etag =
                s3.headObject(request -> request.bucket("bucket").key("a")).eTag();

        assertThat(part("bytes=0-1", etag)).isEqualTo("he");
        assertThat(part("bytes=3-99", etag)).isEqualTo("lo");
        assertThat(part("bytes=4-", etag)).isEqualTo("o");
        assertThat(part("bytes=-3", etag)).isEqualTo("llo");
        assertThatThrownBy(() -> part("bytes=5-", etag)).hasMessageContaining("not satisfiable");
        put("a", "other");
        assertThatThrownBy(() -> part("bytes=0-1", etag)).hasMessageContaining("pre-conditions");
    }

    @Test
    void an_upload_in_parts_may_be_given_up() {
        String upload = s3.createMultipartUpload(
                        request -> request.bucket("bucket").key("large"))
                .uploadId();
        send(upload, 1, "one");

        s3.abortMultipartUpload(request -> request.bucket("bucket").key("large").uploadId(upload));

        assertThatThrownBy(() -> send(upload, 2, "two")).isInstanceOf(NoSuchUploadException.class);
        assertThatThrownBy(() -> s3.listParts(
                        request -> request.bucket("bucket").key("large").uploadId(upload)))
                .hasMessageContaining("with uploadId: the embedded AWS does not cover it");
    }

    @Test
    void a_body_in_chunks_of_AWS_loses_them() {
        byte[] large = "0123456789".repeat(30_000).getBytes(UTF_8);
        // A stream of unknown repeatability makes the client send signed chunks with a checksum behind them.
        s3.putObject(
                request -> request.bucket("bucket").key("large"),
                RequestBody.fromInputStream(new ByteArrayInputStream(large), large.length));

        assertThat(s3.getObjectAsBytes(request -> request.bucket("bucket").key("large"))
                        .asByteArray())
                .isEqualTo(large);
    }

    @Test
    void an_empty_object_is_an_object() {
        put("empty", "");

        assertThat(get("empty")).isEmpty();
    }

    @Test
    void keys_are_listed_page_by_page_and_rolled_up() {
        put("a/1", "x");
        put("a/2", "x");
        put("b/1", "x");
        put("c", "x");

        ListObjectsV2Response first =
                s3.listObjectsV2(request -> request.bucket("bucket").maxKeys(3));
        assertThat(first.contents()).extracting(S3Object::key).containsExactly("a/1", "a/2", "b/1");
        assertThat(first.isTruncated()).isTrue();
        assertThat(s3.listObjectsV2(
                                request -> request.bucket("bucket").continuationToken(first.nextContinuationToken()))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("c");
        ListObjectsV2Response rolledUp =
                s3.listObjectsV2(request -> request.bucket("bucket").delimiter("/"));
        assertThat(rolledUp.commonPrefixes())
                .extracting(prefix -> prefix.prefix())
                .containsExactly("a/", "b/");
        assertThat(rolledUp.contents()).extracting(S3Object::key).containsExactly("c");
    }

    @Test
    void buckets_are_listed_and_deleted_when_empty() {
        put("a", "x");

        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("bucket");
        s3.headBucket(request -> request.bucket("bucket"));
        assertThatThrownBy(() -> s3.deleteBucket(request -> request.bucket("bucket")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("BucketNotEmpty"));
        s3.deleteObject(request -> request.bucket("bucket").key("a"));
        s3.deleteBucket(request -> request.bucket("bucket"));
        assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("bucket")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> put("a", "x")).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void what_is_not_covered_is_refused_by_name() {
        assertThatThrownBy(() -> s3.getBucketPolicy(request -> request.bucket("bucket")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("policy");
        assertThatThrownBy(() -> s3.putObject(
                        request -> request.bucket("bucket").key("a").ifNoneMatch("*"), RequestBody.fromString("x")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("If-None-Match");
        assertThatThrownBy(() -> s3.listObjects(request -> request.bucket("bucket")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("ListObjectsV2");
    }

    @Test
    void a_bucket_is_encrypted_and_private_and_says_so() {
        assertThat(s3.getPublicAccessBlock(ask -> ask.bucket("bucket"))
                        .publicAccessBlockConfiguration()
                        .blockPublicPolicy())
                .isTrue();
        s3.putPublicAccessBlock(
                put -> put.bucket("bucket").publicAccessBlockConfiguration(block -> block.blockPublicPolicy(false)));
        assertThat(s3.getPublicAccessBlock(ask -> ask.bucket("bucket"))
                        .publicAccessBlockConfiguration()
                        .blockPublicPolicy())
                .isFalse();
        assertThat(s3.getBucketEncryption(ask -> ask.bucket("bucket"))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .get(0)
                        .applyServerSideEncryptionByDefault()
                        .sseAlgorithmAsString())
                .isEqualTo("AES256");
    }

    @Test
    void a_request_that_names_another_owner_of_the_bucket_is_refused() {
        s3.headBucket(ask -> ask.bucket("bucket").expectedBucketOwner("000000000000"));
        assertThatThrownBy(() -> s3.listObjectsV2(ask -> ask.bucket("bucket").expectedBucketOwner("111111111111")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("Access Denied");
    }
}
