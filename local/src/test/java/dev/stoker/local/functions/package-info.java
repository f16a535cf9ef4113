// SPDX-License-Identifier: Apache-2.0
/** Functions as users write them: every kind of handler that Lambda's Java runtime knows, and every way to fail. */
package dev.stoker.local.functions;
