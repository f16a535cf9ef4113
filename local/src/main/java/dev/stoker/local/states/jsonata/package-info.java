// SPDX-License-Identifier: Apache-2.0

/**
 * JSON values and JSONata expressions, as in Step Functions.
 *
 * <p>Comes in: JSON text and the text of expressions. Goes out: immutable values. Must not know states or executions. A
 * value is one of: {@link dev.stoker.local.states.jsonata.Json#NULL}, {@link java.lang.Boolean},
 * {@link java.lang.String}, {@link java.lang.Number}, {@link dev.stoker.local.states.jsonata.Json.JsonArray},
 * {@link dev.stoker.local.states.jsonata.JsonObject}; undefined is Java's null. Expressions use these objects directly,
 * without copying or parsing. Start reading at {@link dev.stoker.local.states.jsonata.Expression}.
 */
package dev.stoker.local.states.jsonata;
