// SPDX-License-Identifier: Apache-2.0
/**
 * Reads definitions in the Amazon States Language, JSONata mode.
 *
 * <p>Comes in: a definition's text. Goes out: states that can be run, or all problems of the text, each with its place.
 * Must not know executions or the API. Start reading at {@link dev.stoker.local.states.definition.DefinitionReader}.
 */
package dev.stoker.local.states.definition;
