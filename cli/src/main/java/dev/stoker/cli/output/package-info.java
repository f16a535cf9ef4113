// SPDX-License-Identifier: Apache-2.0
/**
 * What every command says, and where: results on stdout, everything else on stderr.
 *
 * <p>Comes in: text, tables, JSON, failures. Goes out: bytes. Knows nothing of AWS or of any command; only
 * {@link dev.stoker.cli.output.Console} touches the process's streams. Start reading there.
 */
package dev.stoker.cli.output;
