// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker demo}: users meet cold environments, the schedule ticks, and the same users meet warm environments.
 *
 * <p>Comes in: the number of users. Goes out: both bursts with their waits, on a screen or as JSON. All numbers are
 * measured: the embedded AWS counts the cold starts where they happen. Must not know AWS's clients: it calls the
 * embedded AWS of this process. Start reading at {@link dev.stoker.cli.demo.Story}.
 */
package dev.stoker.cli.demo;
