// SPDX-License-Identifier: Apache-2.0
/**
 * The code inside an execution environment: polls the Lambda Runtime API, loads the function's handler and calls it.
 *
 * <p>Comes in: invocations. Goes out: answers and errors, as from AWS's Java runtime. The {@code EventHandlerLoader} of
 * AWS's runtime interface client loads and calls handlers; only its native poller is replaced, so that this runs on any
 * machine. It uses only the JDK and that client, because it has its own class path; must not know the model. Start
 * reading at {@link dev.stoker.local.lambda.bootstrap.RuntimeLoop}.
 */
package dev.stoker.local.lambda.bootstrap;
