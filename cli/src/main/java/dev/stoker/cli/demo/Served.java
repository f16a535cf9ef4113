// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

/**
 * What one user met.
 *
 * @param millis from his request to its end
 * @param coldStart an environment was started for his request
 * @param answered whether he got an answer and no error
 */
record Served(long millis, boolean coldStart, boolean answered) {}
