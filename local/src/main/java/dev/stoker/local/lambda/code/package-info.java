// SPDX-License-Identifier: Apache-2.0
/**
 * The packages of functions and layers: read, checked, unpacked.
 *
 * <p>Comes in: the bytes of a zip or jar as they were uploaded. Goes out: what is in it, and a folder with it. Must not know which
 * runtime runs it, nor what a request looks like. Start reading at {@link dev.stoker.local.lambda.code.FunctionCode}.
 */
package dev.stoker.local.lambda.code;
