// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

/**
 * A line of a log.
 *
 * @param stream the log stream that it is in
 * @param atMillis milliseconds since the epoch, by whoever wrote it
 * @param takenAt when it came in, likewise
 * @param message the text
 */
public record LogEvent(String stream, long atMillis, long takenAt, String message) {}
