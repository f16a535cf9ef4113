// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a function and of the plan to warm it. Each part may be unknown.
 *
 * @param runtime Lambda's identifier of the runtime
 * @param environments the number of environments to keep warm
 * @param busy the mean number of environments that users keep busy
 * @param init how long a cold start takes
 * @param interval the time between two cycles
 * @param costs what warming and provisioned concurrency cost
 */
public record Facts(
        Optional<String> runtime,
        OptionalLong environments,
        OptionalDouble busy,
        Optional<Duration> init,
        Optional<Duration> interval,
        Optional<Costs> costs) {}
