// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon SQS: standard queues in memory, for ticks that were lost.
 *
 * <p>Comes in: messages, from services of this account. Goes out: messages to those who receive them. {@code SqsApi} is its protocol.
 * Must not know who sends, nor why. Start reading at {@link dev.stoker.local.sqs.Queues}.
 */
package dev.stoker.local.sqs;
