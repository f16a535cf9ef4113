// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS for the commands: its settings, its function, and the deployment from this repository.
 *
 * <p>Comes in: the options that {@code run --local}, {@code demo} and {@code serve} share. Goes out: a
 * {@link dev.stoker.cli.local.LocalAws}, which runs until it is closed or the process ends. Must not know the commands.
 * Start reading at {@link dev.stoker.cli.local.LocalAws}.
 */
package dev.stoker.cli.local;
