// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireRequest;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.s3.Buckets.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of an object, as the AWS CLI and SDKs read large objects. Source: S3 API reference, GetObject, Range; RFC 9110, section 14.
 *
 * @param first the first byte, from 0
 * @param last the last byte, included
 */
record ByteRange(int first, int last) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /**
     * The range of a request; empty if it has none.
     *
     * @throws AwsError InvalidRange if no byte of the object is in it, or NotImplemented for several ranges
     */
    static Optional<ByteRange> of(WireRequest request, int size) {
        Optional<String> header = request.header("Range");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(header.get());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            throw new AwsError(
                    "NotImplemented",
                    501,
                    "Range: the embedded AWS supports one range of bytes, got " + header.get() + ".");
        }
        int first = range.group(1).isEmpty()
                ? Math.max(0, size - Integer.parseInt(range.group(2)))
                : Integer.parseInt(range.group(1));
        int last = range.group(1).isEmpty() || range.group(2).isEmpty()
                ? size - 1
                : Math.min(size - 1, Integer.parseInt(range.group(2)));
        if (first > last) {
            throw new AwsError("InvalidRange", 416, "The requested range is not satisfiable");
        }
        return Optional.of(new ByteRange(first, last));
    }

    /** The answer with this part of an object. */
    WireResponse answer(StoredObject object) {
        byte[] part = Arrays.copyOfRange(object.bytes(), first, last + 1);
        return WireResponse.of(206, object.contentType(), part)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + object.bytes().length);
    }
}
