// SPDX-License-Identifier: Apache-2.0
/**
 * S3 as far as a deployment needs it: buckets and whole objects, in memory.
 *
 * <p>Comes in: requests with the bucket in the path. Goes out: objects, also to whoever deploys from them. {@code S3Api} is its protocol.
 * Must not know versions, policies or parts, nor what the objects are. Start reading at {@link dev.stoker.local.s3.Buckets}.
 */
package dev.stoker.local.s3;
