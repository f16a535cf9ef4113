// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker serve}: runs the embedded AWS for the AWS CLI and SDKs, with the stack deployed and its schedule
 * enabled.
 *
 * <p>Comes in: a port. Goes out: the addresses, a live page, then a line for each cycle, until Ctrl-C. Must not know who calls.
 * Start reading at {@link dev.stoker.cli.serve.ServeCommand}.
 */
package dev.stoker.cli.serve;
