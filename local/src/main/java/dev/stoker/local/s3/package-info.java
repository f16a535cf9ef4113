// SPDX-License-Identifier: Apache-2.0
/**
 * The part of S3 that a deployment needs: buckets and whole objects, in memory.
 *
 * <p>Comes in: requests with the bucket in the path. Goes out: objects, also for deployments. {@code S3Api} is its
 * protocol. Must not know versions, policies, parts or the content of objects. Start reading at
 * {@link dev.stoker.local.s3.Buckets}.
 */
package dev.stoker.local.s3;
