// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import java.io.ByteArrayOutputStream;

/** Decodes the body of an upload in AWS's chunks: length and signature before each chunk, checksums after the last. */
final class AwsChunked {
    private final byte[] body;
    private int at;

    private AwsChunked(byte[] body) {
        this.body = body;
    }

    /**
     * The content of an upload, chunked or not. Signatures and checksums are not verified.
     *
     * @throws AwsError IncompleteBody if a chunk is broken
     */
    static byte[] contentOf(WireRequest request) {
        boolean chunked = request.header("Content-Encoding")
                        .filter(encoding -> encoding.contains("aws-chunked"))
                        .isPresent()
                || request.header("X-Amz-Content-Sha256")
                        .filter(hash -> hash.startsWith("STREAMING-"))
                        .isPresent();
        return chunked ? new AwsChunked(request.body()).joined() : request.body();
    }

    private byte[] joined() {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
        for (int length = nextLength(); length > 0; length = nextLength()) {
            if (length > body.length - at) {
                throw broken();
            }
            content.write(body, at, length);
            at += length;
            line();
        }
        return content.toByteArray();
    }

    private int nextLength() {
        try {
            return Integer.parseInt(line().replaceFirst(";.*", ""), 16);
        } catch (NumberFormatException e) {
            throw broken();
        }
    }

    private String line() {
        int start = at;
        while (at + 1 < body.length) {
            if (body[at] == '\r' && body[at + 1] == '\n') {
                at += 2;
                return new String(body, start, at - 2 - start, US_ASCII);
            }
            at++;
        }
        throw broken();
    }

    private static AwsError broken() {
        return new AwsError(
                "IncompleteBody", "The request body terminated unexpectedly: a chunk is not as its length says.");
    }
}
