// SPDX-License-Identifier: Apache-2.0

/**
 * The rules for the code and the documents, as tests: dependencies between modules, and files that refer to each other.
 *
 * <p>Comes in: the files of the repository and the compiled modules. Goes out: passed or failed tests.
 */
package dev.stoker.checks;
