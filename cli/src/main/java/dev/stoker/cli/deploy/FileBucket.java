// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The files of one stack in a bucket, below {@code stoker/STACK/}. The name of a file contains the hash of its content,
 * so that the same file is uploaded once, and a changed file changes the stack.
 */
final class FileBucket implements AutoCloseable {
    private static final int HASH_CHARACTERS = 32;
    private static final int MISSING = 404;

    private static final ServerSideEncryptionRule BY_S3S_KEYS = ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(keys -> keys.sseAlgorithm(ServerSideEncryption.AES256))
            .build();

    private final S3Client s3;
    private final String name;
    private final Optional<String> owner;
    private final String folder;

    private FileBucket(S3Client s3, String name, Optional<String> owner, String stack) {
        this.s3 = s3;
        this.name = name;
        this.owner = owner;
        this.folder = "stoker/" + stack + "/";
    }

    /** A bucket that the user has made. */
    static FileBucket named(AwsClients clients, String name, String stack) {
        return new FileBucket(client(clients), name, Optional.empty(), stack);
    }

    /**
     * Finds the account, and so the name, of Stoker's own bucket in this account and region. Each request names the account, because
     * any account can create a bucket with this name.
     */
    static FileBucket findStokers(AwsClients clients, String stack) {
        String account = AwsCall.reading("sts:GetCallerIdentity", "*").make(() -> {
            try (StsClient identity = clients.identity()) {
                return identity.getCallerIdentity().account();
            }
        });
        S3Client s3 = client(clients);
        String region = s3.serviceClientConfiguration().region().id();
        return new FileBucket(s3, "stoker-" + account + "-" + region, Optional.of(account), stack);
    }

    private static S3Client client(AwsClients clients) {
        return AwsCall.reading("s3:ListBucket", "*").make(clients::s3);
    }

    String name() {
        return name;
    }

    /** Whether it is Stoker's own bucket, which Stoker creates and deletes. */
    boolean isStokers() {
        return owner.isPresent();
    }

    /**
     * Whether it exists.
     *
     * @throws Failure if it belongs to another account
     */
    boolean exists() {
        return call("s3:ListBucket", "", () -> {
            try {
                s3.headBucket(ask -> ask.bucket(name).expectedBucketOwner(owner.orElse(null)));
                return true;
            } catch (S3Exception refused) {
                if (refused.statusCode() == MISSING) {
                    return false;
                }
                throw refused.statusCode() / 100 == 4 ? notOurs(refused) : refused;
            }
        });
    }

    /** The answer to HeadBucket has no body, so it does not tell the reason. */
    private Failure notOurs(S3Exception refused) {
        return new Failure(
                        ExitCode.FAILED,
                        "Stoker.BucketRefused",
                        "The bucket " + name + " cannot be used (HTTP " + refused.statusCode()
                                + "): it belongs to another account or region, or these credentials do not allow"
                                + " s3:ListBucket on it. Allow it, or name a bucket of yours with --s3-bucket.")
                .causedBy(refused);
    }

    /**
     * Creates Stoker's own bucket if there is none: encrypted by S3's keys, and with no public access.
     *
     * @throws Failure if there is no bucket of this name, and it is not Stoker's own
     */
    void prepare() {
        if (exists()) {
            return;
        }
        if (!isStokers()) {
            throw Failure.wrongUse("--s3-bucket: must be a bucket of this region, got \"" + name
                    + "\". Create it, or leave --s3-bucket out, so that Stoker creates one of its own.");
        }
        String again = "Run the command again.";
        call("s3:CreateBucket", again, () -> s3.createBucket(create -> create.bucket(name)));
        call(
                "s3:PutBucketPublicAccessBlock",
                again,
                () -> s3.putPublicAccessBlock(put -> put.bucket(name)
                        .expectedBucketOwner(owner.orElse(null))
                        .publicAccessBlockConfiguration(none -> none.blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true))));
        call(
                "s3:PutEncryptionConfiguration",
                again,
                () -> s3.putBucketEncryption(put -> put.bucket(name)
                        .expectedBucketOwner(owner.orElse(null))
                        .serverSideEncryptionConfiguration(encryption -> encryption.rules(BY_S3S_KEYS))));
    }

    /** Where a file with this content is, or will be. */
    String key(String file, byte[] content) {
        return folder + hash(content) + "/" + file;
    }

    /** The address that a template names. */
    String address(String key) {
        return "s3://" + name + "/" + key;
    }

    /** The address of a file that is not uploaded, because the stack does not use it. */
    String unused(String file) {
        return address(folder + "unused/" + file);
    }

    /** The URL by which CloudFormation reads a template. */
    URL url(String key) {
        return s3.utilities().getUrl(ask -> ask.bucket(name).key(key));
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Uploads a file. */
    void upload(String key, byte[] content) {
        call(
                "s3:PutObject",
                "Run the command again.",
                () -> s3.putObject(
                        put -> put.bucket(name).key(key).expectedBucketOwner(owner.orElse(null)),
                        RequestBody.fromBytes(content)));
    }

    /** The keys of the stack's files, with their sizes in bytes. */
    Map<String, Long> files() {
        return call("s3:ListBucket", "", () -> {
            Map<String, Long> found = new TreeMap<>();
            s3.listObjectsV2Paginator(ask -> ask.bucket(name).prefix(folder).expectedBucketOwner(owner.orElse(null)))
                    .contents()
                    .forEach(file -> found.put(file.key(), file.size()));
            return found;
        });
    }

    /** Deletes the stack's files. */
    void deleteFiles(Iterable<String> keys) {
        keys.forEach(key -> call(
                "s3:DeleteObject",
                "Run the command again.",
                () -> s3.deleteObject(delete -> delete.bucket(name).key(key).expectedBucketOwner(owner.orElse(null)))));
    }

    /**
     * Deletes Stoker's own bucket, if no other stack has files in it.
     *
     * @return whether it is deleted
     */
    boolean deleteIfEmpty() {
        boolean empty = isStokers()
                && call(
                        "s3:ListBucket",
                        "",
                        () -> s3.listObjectsV2(
                                        ask -> ask.bucket(name).maxKeys(1).expectedBucketOwner(owner.orElse(null)))
                                .contents()
                                .isEmpty());
        if (empty) {
            call(
                    "s3:DeleteBucket",
                    "Run the command again.",
                    () -> s3.deleteBucket(delete -> delete.bucket(name).expectedBucketOwner(owner.orElse(null))));
        }
        return empty;
    }

    private <T> T call(String action, String afterLoss, Supplier<T> call) {
        return new AwsCall(action, "bucket " + name, afterLoss).make(call);
    }

    @Override
    public void close() {
        s3.close();
    }
}
