// SPDX-License-Identifier: Apache-2.0
/**
 * CloudWatch Logs: groups, streams and events, in memory.
 *
 * <p>Comes in: events. Goes out: events that match a filter. {@code LogsApi} is its protocol, {@code LogsTasks} its
 * task integration. Must not know the writers. Start reading at {@link dev.stoker.local.logs.LogGroups}.
 */
package dev.stoker.local.logs;
