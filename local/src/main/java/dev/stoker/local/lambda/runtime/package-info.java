// SPDX-License-Identifier: Apache-2.0
/**
 * The port behind which a function's code runs, and two of the three kinds that stand behind it.
 *
 * <p>Comes in: a package, invocations. Goes out: answers, as the events of a runtime. {@code Process...} starts a JVM for each
 * environment, which polls a Runtime API of its own over HTTP; {@code InJvm...} gives each a class loader and a thread within this JVM,
 * for when hundreds are needed. What a class loader cannot keep apart is shared there: system properties, the heap, and what reads of the
 * process itself, such as its age; {@code System.exit} ends an environment, {@code Runtime.exit} and {@code halt} end this JVM; and a
 * runtime that is ended is interrupted and forgotten, because a thread cannot be killed. The third kind runs the sleep
 * task on virtual time and no other code: {@link dev.stoker.local.lambda.runtime.modelled}. Must not know concurrency, idle time, limits or billing. Start reading at
 * {@link dev.stoker.local.lambda.runtime.Runtimes}.
 */
package dev.stoker.local.lambda.runtime;
