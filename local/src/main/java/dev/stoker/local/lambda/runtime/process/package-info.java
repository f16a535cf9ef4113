// SPDX-License-Identifier: Apache-2.0

/**
 * Environments that are processes: a JVM each, which polls a Runtime API of its own over HTTP.
 *
 * <p>Start reading at {@link dev.stoker.local.lambda.runtime.process.ProcessRuntimes}.
 */
package dev.stoker.local.lambda.runtime.process;
