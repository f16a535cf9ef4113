// SPDX-License-Identifier: Apache-2.0

/**
 * Environments in which no code runs: INIT and answers follow a model, on the timeline. For simulations: a day of cycles at
 * a hundred environments in seconds.
 *
 * <p>Start reading at {@link dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes}.
 */
package dev.stoker.local.lambda.runtime.modelled;
