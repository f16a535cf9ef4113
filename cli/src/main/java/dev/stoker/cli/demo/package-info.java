// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker demo}: the whole story on one screen. Users meet cold environments, the schedule ticks while nobody comes, and
 * the same users meet warm ones.
 *
 * <p>Comes in: how many users. Goes out: both bursts, timed, as a screen or as JSON. Everything told was seen: cold starts are
 * counted where they happen, in the embedded AWS. Must not know AWS's clients: it calls the embedded AWS of this process.
 * Start reading at {@link dev.stoker.cli.demo.Story}.
 */
package dev.stoker.cli.demo;
