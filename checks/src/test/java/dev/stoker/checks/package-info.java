// SPDX-License-Identifier: Apache-2.0

/**
 * The rules of the house as tests: modules depend one way, and files that name each other agree.
 *
 * <p>Comes in: the repository as it lies in git and the compiled modules. Goes out: red or green, and nothing else.
 */
package dev.stoker.checks;
