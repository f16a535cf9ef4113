// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.finding;

import dev.stoker.cli.input.WarmProtocol;
import java.util.Optional;

/**
 * The planned use of the function.
 *
 * @param concurrency environments to keep warm; empty if not specified
 * @param maxHoldMillis the maximum hold, milliseconds, 1 to 3,000
 * @param protocol the protocol of the warm event
 */
public record PlannedUse(Optional<Long> concurrency, long maxHoldMillis, WarmProtocol protocol) {}
