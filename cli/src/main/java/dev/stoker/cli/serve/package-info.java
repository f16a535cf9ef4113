// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker serve}: keeps the embedded AWS up for the AWS CLI and SDKs, with the stack deployed and its schedule ticking.
 *
 * <p>Comes in: a port. Goes out: the addresses, then a line for each cycle, until ctrl-C. Must not know who calls. Start reading at
 * {@link dev.stoker.cli.serve.ServeCommand}.
 */
package dev.stoker.cli.serve;
