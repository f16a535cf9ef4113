// SPDX-License-Identifier: Apache-2.0

/**
 * Environments on virtual time, for simulations: a day of cycles at a hundred environments in seconds.
 *
 * <p>Comes in: the duration of INIT, and the behavior of a user's handler. Goes out: runtimes. The sleep task is the
 * library's own, {@link dev.stoker.warmable.SleepTask}; its caller lets the time pass. Lambda's part (INIT and
 * freezing; the service models dispatch and faults) and the user's handler are modelled. Must not know the rules of the
 * warm event.
 *
 * <p>Start reading at {@link dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes}.
 */
package dev.stoker.local.lambda.runtime.modelled;
