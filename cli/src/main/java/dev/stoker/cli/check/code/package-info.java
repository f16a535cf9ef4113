// SPDX-License-Identifier: Apache-2.0
/**
 * The code of a function, read without running it: the classes of its package and layers, and their superclasses.
 *
 * <p>Comes in: a function as it is deployed. Goes out: answers about class and method names. Must not know how the
 * answers are used. Start reading at {@link dev.stoker.cli.check.code.DeployedCode}.
 */
package dev.stoker.cli.check.code;
