// SPDX-License-Identifier: Apache-2.0

/**
 * The sleep task: stands before a Lambda function's own handler, answers the warm event and hands every other event on.
 *
 * <p>Comes in: an invocation's event, as bytes. Goes out: for a warm event the environment's account of itself, after a
 * hold that all environments of a round end at the same instant; for any other event whatever the user's own handler
 * writes or throws. Must not know state machines, AWS clients or other environments.
 *
 * <p>All of this is loaded in somebody's cold start. So there is no JSON library, lambda or string concatenation by
 * {@code invokedynamic} in the path of INIT and of the warm event, and the official serialization library is loaded only
 * for handlers that need it.
 *
 * <p>Start reading at {@link dev.stoker.warmable.WarmableHandler}, the only type that functions name; then {@link
 * dev.stoker.warmable.SleepTask} for the warm event and {@code UserHandlers} for the handlers that are served. {@code
 * SleepTask} and what it takes and gives are public, too, so that simulations run them and no copy.
 */
package dev.stoker.warmable;
