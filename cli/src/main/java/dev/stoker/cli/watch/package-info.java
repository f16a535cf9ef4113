// SPDX-License-Identifier: Apache-2.0
/**
 * The live page of {@code stoker serve} and {@code stoker demo --watch}: environments as lanes that move, and buttons.
 *
 * <p>Comes in: the events of the environments and of the executions, and what people press. Goes out: a page on the
 * loopback address, server-sent events for it, and calls of the embedded AWS's own operations. Must not know AWS's
 * clients or the commands. Start reading at {@link dev.stoker.cli.watch.LivePage}.
 */
package dev.stoker.cli.watch;
