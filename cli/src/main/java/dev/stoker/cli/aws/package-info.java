// SPDX-License-Identifier: Apache-2.0
/**
 * Calls to AWS: settings, clients, and a message with a remedy for each error.
 *
 * <p>Comes in: the options that all commands share. Goes out: SDK clients, and a {@link dev.stoker.cli.output.Failure}
 * for each error. Must not know the input and the output of cycles. Start reading at
 * {@link dev.stoker.cli.aws.AwsClients}.
 */
package dev.stoker.cli.aws;
