// SPDX-License-Identifier: Apache-2.0

/**
 * CloudWatch Logs: groups, streams and events, in memory.
 *
 * <p>Start reading at {@link dev.stoker.local.logs.LogGroups}; {@link dev.stoker.local.logs.LogsApi} is its protocol.
 */
package dev.stoker.local.logs;
