// SPDX-License-Identifier: Apache-2.0
/**
 * The ways to avoid cold starts, and which of them fits a function: the one source of the advice of {@code check} and
 * {@code estimate}, and of docs/choose.md.
 *
 * <p>Comes in: what is known of a function and of costs. Goes out: sentences. Must not know AWS's clients, nor how costs are
 * computed. Start reading at {@link dev.stoker.cli.choose.Advice}.
 */
package dev.stoker.cli.choose;
