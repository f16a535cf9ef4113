// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import java.util.Optional;

/**
 * What the function is to do.
 *
 * @param concurrency environments to keep warm; empty if nobody said how many
 * @param maxHoldMillis no round holds longer; 1 to 3,000
 */
public record Question(Optional<Long> concurrency, long maxHoldMillis) {}
