// SPDX-License-Identifier: Apache-2.0

/**
 * JSON values and JSONata expressions as Step JsonataFunctions understands them.
 *
 * <p>Comes in: JSON text and the text of expressions. Goes out: immutable values. Must not know states or executions. A value
 * is one of: {@link dev.stoker.local.states.jsonata.Json#NULL}, {@link java.lang.Boolean},
 * {@link java.lang.String}, {@link java.lang.Number}, {@link dev.stoker.local.states.jsonata.Json.JsonArray},
 * {@link dev.stoker.local.states.jsonata.JsonObject}; what is undefined is Java's null. Expressions work on these very
 * objects, so nothing is copied or parsed on the way in. Start reading at
 * {@link dev.stoker.local.states.jsonata.Expression}.
 */
package dev.stoker.local.states.jsonata;
