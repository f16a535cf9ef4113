// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker estimate}: what keeping N environments warm costs a month, line by line, beside the other ways.
 *
 * <p>Comes in: options and prices. Goes out: a bill whose every line can be checked by hand, the same month done otherwise,
 * the users that the holds displace, and advice. Must not know AWS: it calls nobody. Start reading at
 * {@link dev.stoker.cli.estimate.EstimateCommand}, then {@link dev.stoker.cli.estimate.Month} for the quantities.
 */
package dev.stoker.cli.estimate;
