// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS: runs the deployed files in one JVM, with no Docker and no account.
 *
 * <p>Comes in: templates, definitions and function packages, from the repository or over AWS's wire protocols. Goes out: what AWS
 * would answer. Here it is only put together, all on one {@link dev.stoker.local.time.Timeline}; each service lies in a room of its
 * own. The types that other modules use stand in ARCHITECTURE.md. Must not know how any service works. Start reading at
 * {@link dev.stoker.local.EmbeddedAws}.
 */
package dev.stoker.local;
