// SPDX-License-Identifier: Apache-2.0
/**
 * The output of every command: results on stdout, everything else on stderr.
 *
 * <p>Comes in: text, tables, JSON, failures. Goes out: bytes. Must not know AWS or any command; only
 * {@link dev.stoker.cli.output.Console} touches the process's streams. Start reading at
 * {@link dev.stoker.cli.output.Console}.
 */
package dev.stoker.cli.output;
