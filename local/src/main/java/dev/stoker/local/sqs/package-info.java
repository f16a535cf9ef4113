// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon SQS: standard queues in memory, for lost ticks.
 *
 * <p>Comes in: messages from services of this account. Goes out: messages to receivers. {@code SqsApi} is its protocol.
 * Must not know the senders. Start reading at {@link dev.stoker.local.sqs.Queues}.
 */
package dev.stoker.local.sqs;
