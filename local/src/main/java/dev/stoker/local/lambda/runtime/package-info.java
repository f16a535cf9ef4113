// SPDX-License-Identifier: Apache-2.0
/**
 * The interface that runs a function's code, and two of its three implementations.
 *
 * <p>Comes in: a package, invocations. Goes out: answers, as the events of a runtime. {@code Process...} starts a JVM
 * for each environment, which polls its own Runtime API over HTTP. {@code InJvm...} uses a class loader and a thread
 * within this JVM for each environment, for hundreds of environments. These share what a class loader cannot separate:
 * system properties, the heap, and data of the process such as its age. {@code System.exit} ends an environment there,
 * but {@code Runtime.exit} and {@code halt} end this JVM. A runtime that is stopped is only interrupted, because a
 * thread cannot be killed. The third implementation runs only the sleep task, on virtual time:
 * {@link dev.stoker.local.lambda.runtime.modelled}. Must not know concurrency, idle time, limits or billing. Start
 * reading at {@link dev.stoker.local.lambda.runtime.Runtimes}.
 */
package dev.stoker.local.lambda.runtime;
