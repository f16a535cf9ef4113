// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The partition and region of a resource. A state machine can only invoke functions in its own partition and region.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param region such as {@code eu-west-1}
 */
public record AwsPlace(String partition, String region) {
    /** The place of a region, with its partition. */
    public static AwsPlace ofRegion(String region) {
        return new AwsPlace(PartitionMetadata.of(Region.of(region)).id(), region);
    }

    /** The region, after its partition unless that is {@code aws}. */
    @Override
    public String toString() {
        return partition.equals("aws") ? region : partition + ":" + region;
    }
}
