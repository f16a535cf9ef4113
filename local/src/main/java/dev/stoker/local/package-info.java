// SPDX-License-Identifier: Apache-2.0

/**
 * The embedded AWS: runs the deployed files in one JVM, with no Docker and no account.
 *
 * <p>Comes in: templates, definitions and function packages, from the repository or over AWS's wire protocols. Goes out: what AWS
 * would answer. Here it is put together: Step Functions in {@link dev.stoker.local.states}, Lambda in
 * {@link dev.stoker.local.lambda}, what deploys them in {@link dev.stoker.local.cloudformation}, what speaks for them in
 * {@link dev.stoker.local.http}, all on one {@link dev.stoker.local.time.Timeline}. Start reading at
 * {@link dev.stoker.local.EmbeddedAws}.
 */
package dev.stoker.local;
