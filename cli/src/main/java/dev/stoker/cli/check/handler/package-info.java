// SPDX-License-Identifier: Apache-2.0
/**
 * The checks of a function's handler: whether a warm event reaches Stoker's library, or code that knows another tool's event.
 *
 * <p>Comes in: a target and its code. Goes out: findings. Must not know how findings are printed. Start reading at
 * {@link dev.stoker.cli.check.handler.HandlerCheck}.
 */
package dev.stoker.cli.check.handler;
