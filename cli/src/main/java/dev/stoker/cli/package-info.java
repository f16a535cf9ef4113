// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code stoker}: its arguments, its help and its exit codes.
 *
 * <p>Comes in: the arguments. Goes out: an exit code. Each command is a separate package (such as {@code run}). This
 * package uses all of them, and none of them uses this package. Must not know what a command does. Start reading at
 * {@link dev.stoker.cli.StokerCommand}, then {@link dev.stoker.cli.Ending} for exit codes and errors.
 */
package dev.stoker.cli;
