// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Json;

/**
 * What users met in two releases.
 *
 * @param users users who called at once
 * @param without the release that moved the alias at once
 * @param with the release by {@code stoker promote}
 * @param promoted whether {@code stoker promote} moved the alias
 * @param environments {@code process} or {@code in-jvm}
 */
record ReleaseOutcome(int users, Burst without, Burst with, boolean promoted, String environments) {
    /** A shortfall if {@code stoker promote} did not move the alias, or if its users met cold starts or errors. */
    ExitCode exit() {
        return promoted && with.coldStarts() == 0 && with.failed() == 0 ? ExitCode.DONE : ExitCode.SHORTFALL;
    }

    /** The users' cold starts of both releases first, then everything that was counted. */
    String json() {
        ObjectNode document = Json.object()
                .put("without", without.coldStarts())
                .put("with", with.coldStarts())
                .put("users", users)
                .put("promoted", promoted);
        ObjectNode releases = document.putObject("releases");
        DemoJson.fill(releases.putObject("without"), without);
        DemoJson.fill(releases.putObject("with"), with);
        return document.put("environments", environments).toString();
    }
}
