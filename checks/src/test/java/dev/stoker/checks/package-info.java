// SPDX-License-Identifier: Apache-2.0

/**
 * The rules for the code and the documents, as tests: dependencies between modules, and files that refer to each other.
 *
 * <p>Comes in: the files of the repository and the compiled modules. Goes out: passed or failed tests, which name the file
 * and the rule. Must not know what the code does, except that a few rules deploy the template to the embedded AWS.
 *
 * <p>Start reading at {@link dev.stoker.checks.RoomsTest}; {@link dev.stoker.checks.Repository} reads the files.
 */
package dev.stoker.checks;
