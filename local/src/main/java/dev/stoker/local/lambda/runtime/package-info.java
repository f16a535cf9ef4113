// SPDX-License-Identifier: Apache-2.0

/**
 * The port behind which a function's code runs: what the Lambda model asks of a runtime, and what it is told.
 *
 * <p>Three kinds stand behind it: a process for each environment, environments within this JVM, and ones on virtual time
 * that run the sleep task and no other code. None of them knows of concurrency, idle time, limits or billing. Start reading at
 * {@link dev.stoker.local.lambda.runtime.Runtimes}.
 */
package dev.stoker.local.lambda.runtime;
