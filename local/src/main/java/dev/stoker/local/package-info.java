// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS: runs the deployed files in one JVM, without Docker and without an account.
 *
 * <p>Comes in: templates, definitions and function packages, from the repository or over AWS's wire protocols. Goes
 * out: AWS's answers. This package only connects the services on one {@link dev.stoker.local.time.Timeline}; each
 * service has its own package. ARCHITECTURE.md lists the types that other modules may use. Must not know how any
 * service works. Start reading at {@link dev.stoker.local.EmbeddedAws}.
 */
package dev.stoker.local;
