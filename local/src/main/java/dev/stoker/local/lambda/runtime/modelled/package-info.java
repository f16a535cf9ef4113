// SPDX-License-Identifier: Apache-2.0

/**
 * Environments on virtual time, for simulations: a day of cycles at a hundred environments in seconds.
 *
 * <p>Comes in: how long INIT takes, and what a user's handler does. Goes out: runtimes. The sleep task is the library's own,
 * {@link dev.stoker.warmable.SleepTask}, which leaves the passing of time to whoever
 * runs it. Modelled is what Lambda does around it (INIT and freezing; dispatch and faults are the service's part) and what a
 * user's handler would do. Must not know the rules of the warm event: none stands here.
 *
 * <p>Start reading at {@link dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes}.
 */
package dev.stoker.local.lambda.runtime.modelled;
