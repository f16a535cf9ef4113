// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.s3;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.QueryApi.Xml;
import dev.stoker.local.s3.Buckets.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer of ListObjectsV2: one page of a bucket's keys, grouped by the delimiter.
 *
 * @param objects the objects of this page
 * @param prefixes the common prefixes of the other objects
 * @param next the last key of this page if there are more, otherwise empty
 */
record ObjectList(List<StoredObject> objects, Set<String> prefixes, Optional<String> next) {
    private static final int MOST_KEYS = 1000;

    static Xml of(Map<String, String> query, String name, Buckets.Bucket bucket) {
        if (!"2".equals(query.get("list-type"))) {
            throw new AwsError(
                    "NotImplemented",
                    501,
                    "ListObjects: the embedded AWS covers only its version 2. Use ListObjectsV2.");
        }
        int most = Math.min(MOST_KEYS, number(query.getOrDefault("max-keys", "" + MOST_KEYS)));
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        ObjectList page = page(bucket.objects().values(), prefix, delimiter, after, most);
        return Xml.root("ListBucketResult", "http://s3.amazonaws.com/doc/2006-03-01/", xml -> {
            xml.add("Name", name)
                    .add("Prefix", prefix)
                    .add("MaxKeys", most)
                    .add("KeyCount", page.objects.size() + page.prefixes.size())
                    .add("IsTruncated", page.next.isPresent());
            page.next.ifPresent(last -> xml.add("NextContinuationToken", last));
            page.write(xml);
        });
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new AwsError("InvalidArgument", "Provided max-keys not an integer or within integer range");
        }
    }

    private static ObjectList page(
            Collection<StoredObject> all, String prefix, String delimiter, String after, int most) {
        List<StoredObject> objects = new ArrayList<>();
        Set<String> prefixes = new TreeSet<>();
        String last = "";
        for (StoredObject object : all) {
            String key = object.key();
            if (!key.startsWith(prefix) || key.compareTo(after) <= 0) {
                continue;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            String rolledUp = end < 0 ? "" : key.substring(0, end + delimiter.length());
            if (objects.size() + prefixes.size() == most && !prefixes.contains(rolledUp)) {
                return new ObjectList(objects, prefixes, Optional.of(last));
            }
            if (rolledUp.isEmpty()) {
                objects.add(object);
            } else {
                prefixes.add(rolledUp);
            }
            last = key;
        }
        return new ObjectList(objects, prefixes, Optional.empty());
    }

    private void write(Xml xml) {
        for (StoredObject object : objects) {
            xml.add(
                    "Contents",
                    item -> item.add("Key", object.key())
                            .add("LastModified", Instant.ofEpochMilli(object.modifiedAt()))
                            .add("ETag", object.etag())
                            .add("Size", object.bytes().length)
                            .add("StorageClass", "STANDARD"));
        }
        prefixes.forEach(prefix -> xml.add("CommonPrefixes", item -> item.add("Prefix", prefix)));
    }
}
