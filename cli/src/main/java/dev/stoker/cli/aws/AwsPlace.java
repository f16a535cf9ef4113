// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where something is, as its ARN says it. Nothing in one place invokes what is in another.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param region such as {@code eu-west-1}
 */
public record AwsPlace(String partition, String region) {
    /** A region in the partition that it belongs to. */
    public static AwsPlace ofRegion(String region) {
        return new AwsPlace(PartitionMetadata.of(Region.of(region)).id(), region);
    }

    /** The region; with its partition in front where that is not the one of most. */
    @Override
    public String toString() {
        return partition.equals("aws") ? region : partition + ":" + region;
    }
}
