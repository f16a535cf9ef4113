// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker promote}: proves N warm environments of a new version, then moves an alias to it, and puts the alias
 * back if anything goes wrong.
 *
 * <p>Comes in: an alias, a version, N, and where cycles run. Goes out: the alias on the new version, or where it was, and
 * what users met. Must not know the screen of another command, or how cycles work. Start reading at
 * {@link dev.stoker.cli.promote.Promotion}.
 */
package dev.stoker.cli.promote;
