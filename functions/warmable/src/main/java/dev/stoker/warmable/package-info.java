// SPDX-License-Identifier: Apache-2.0

/**
 * The sleep task: receives the events of a Lambda function, answers the warm event and passes every other event to the
 * function's own handler.
 *
 * <p>Comes in: an invocation's event, as bytes. Goes out: for a warm event the ID and the data of the environment,
 * after a hold until the same instant for all environments of a round; for any other event whatever the user's own
 * handler writes or throws. Must not know state machines, AWS clients or other environments.
 *
 * <p>These classes are loaded in users' cold starts. So INIT and the warm event use no JSON library, no lambda
 * expressions and no string concatenation by {@code invokedynamic}, and AWS's serialization library is loaded only for
 * handlers that need it.
 *
 * <p>Start reading at {@link dev.stoker.warmable.WarmableHandler}, the only type that functions use; then
 * {@link dev.stoker.warmable.SleepTask} for the warm event and {@code UserHandlers} for the supported handlers.
 * {@code SleepTask} and its parameters and results are also public, so that simulations use them instead of a copy.
 */
package dev.stoker.warmable;
