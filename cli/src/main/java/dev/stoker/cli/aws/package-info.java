// SPDX-License-Identifier: Apache-2.0
/**
 * The way to AWS: which account, region and endpoint, the clients, and every refusal as a sentence with its remedy.
 *
 * <p>Comes in: the options that all commands share. Goes out: SDK clients, and a
 * {@link dev.stoker.cli.output.Failure} for whatever goes wrong on the way. Must not know cycles. Start reading at
 * {@link dev.stoker.cli.aws.AwsClients}.
 */
package dev.stoker.cli.aws;
