// SPDX-License-Identifier: Apache-2.0
/**
 * What runs inside an execution environment: polls the Lambda Runtime API, loads the function's handler and calls it.
 *
 * <p>Comes in: invocations. Goes out: answers and errors, as AWS's Java runtime gives them: handlers are loaded and called
 * by the official runtime interface client's own {@code EventHandlerLoader}; only its native poller is replaced, so that
 * this runs on any machine. Uses the JDK and that client and nothing else, because it is started with a class path of its
 * own; must not know the model. Start reading at {@link dev.stoker.local.lambda.bootstrap.RuntimeLoop}.
 */
package dev.stoker.local.lambda.bootstrap;
