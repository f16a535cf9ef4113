// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

/**
 * One element of Catch.
 *
 * @param errors what it answers to
 * @param exit how the state is left then
 */
record Catcher(ErrorEquals errors, Exit exit) {}
