// SPDX-License-Identifier: Apache-2.0

/**
 * Environments on virtual time, for simulations: a day of cycles at a hundred environments in seconds.
 *
 * <p>The sleep task is the library's own, {@link dev.stoker.warmable.SleepTask}, which leaves the passing of time to whoever
 * runs it. Modelled is what Lambda does around it (INIT and freezing; dispatch and faults are the service's part) and what a
 * user's handler would do. No rule of the warm event stands here.
 *
 * <p>Start reading at {@link dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes}.
 */
package dev.stoker.local.lambda.runtime.modelled;
