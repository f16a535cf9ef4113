// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

/**
 * How one user was served.
 *
 * @param millis the time from the request to its end
 * @param coldStart whether an environment was started for the request
 * @param answered whether the user received an answer and no error
 */
record Served(long millis, boolean coldStart, boolean answered) {}
