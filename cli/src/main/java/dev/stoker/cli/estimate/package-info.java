// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker estimate}: the monthly cost of keeping N environments warm, line by line, compared with the
 * alternatives.
 *
 * <p>Comes in: options and prices. Goes out: a bill with lines that can be checked by hand, the cost of the
 * alternatives, the displaced users, and advice. Must not know AWS: it makes no calls. Start reading at
 * {@link dev.stoker.cli.estimate.EstimateCommand}, then {@link dev.stoker.cli.estimate.Month} for the quantities.
 */
package dev.stoker.cli.estimate;
