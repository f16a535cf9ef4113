// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import java.util.List;

/**
 * The result of {@code stoker targets}.
 *
 * @param tag the key of the tag
 * @param region where the functions are
 * @param functions how many functions there are, with the tag and without
 * @param targets those with the tag, checked
 * @param deployments the targets divided among stacks
 * @param files where the parameters of each are written
 */
record TargetList(
        String tag,
        String region,
        int functions,
        List<CheckedTarget> targets,
        List<Deployment> deployments,
        ParameterFiles files) {
    TargetList {
        targets = List.copyOf(targets);
        deployments = List.copyOf(deployments);
    }

    /** How many targets have a finding that prevents warming. */
    long unready() {
        return targets.stream().filter(target -> !target.ready()).count();
    }
}
