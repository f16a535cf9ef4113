// SPDX-License-Identifier: Apache-2.0

/**
 * Environments within this JVM, for when hundreds are needed: a class loader and a thread each.
 *
 * <p>What a class loader cannot keep apart is shared: system properties, the heap, and what reads of the process itself, such
 * as its age. {@code System.exit} ends an environment, {@code Runtime.exit} and {@code halt} end this JVM. A runtime that is ended is interrupted and forgotten, because a thread cannot be killed. Start reading at
 * {@link dev.stoker.local.lambda.runtime.injvm.InJvmRuntimes}.
 */
package dev.stoker.local.lambda.runtime.injvm;
