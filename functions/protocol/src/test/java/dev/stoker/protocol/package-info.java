// SPDX-License-Identifier: Apache-2.0

/**
 * Runs the tests of the libraries that are not in Java, and builds and installs their packages and layers.
 *
 * <p>Comes in: the folders functions/python and functions/node, the layers that Maven has built, and the interpreters on
 * the path. Goes out: what their own test runners say. An interpreter that is not there is named on the console and its
 * tests are skipped, never passed. Must not know Stoker's Java code.
 *
 * <p>Start reading at {@code Language}.
 */
package dev.stoker.protocol;
