// SPDX-License-Identifier: Apache-2.0
/**
 * The code of a function, read from outside: which classes its package and layers have, and what those inherit from.
 *
 * <p>Comes in: a function as it is deployed. Goes out: answers about class and method names. Nothing of the function runs here.
 * Must not know what is made of the answers. Start reading at {@link dev.stoker.cli.check.code.DeployedCode}.
 */
package dev.stoker.cli.check.code;
