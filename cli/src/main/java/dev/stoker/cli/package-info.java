// SPDX-License-Identifier: Apache-2.0
/**
 * The command {@code stoker}: what a person types, and how every command ends.
 *
 * <p>Comes in: the arguments. Goes out: an exit code. Each command is a package of its own ({@code run}); this one knows them
 * all and none knows it. Must not know what a command does. Start reading at {@link dev.stoker.cli.StokerCommand}, then
 * {@link dev.stoker.cli.Ending} for exit codes and errors.
 */
package dev.stoker.cli;
