// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.local.Visitors;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Doing;
import dev.stoker.cli.promote.LocalRelease;
import java.util.Optional;

/**
 * Two releases of one function, while users call its alias without a pause: the first moves the alias at once, the second
 * is {@code stoker promote}. A release is over when each user has had three answers of the new version.
 */
final class ReleaseStory {
    private static final int ANSWERS = 3;

    private final LocalAws aws;
    private final LocalSettings settings;
    private final Environments environments;
    private final int users;
    private volatile Doing doing = new Doing("Warming version 1", 0);

    ReleaseStory(LocalAws aws, LocalSettings settings, Environments environments, int users) {
        this.aws = aws;
        this.settings = settings;
        this.environments = environments;
        this.users = users;
    }

    /** What is happening now, for the progress line. */
    Doing doing() {
        return doing;
    }

    /** Runs both releases. */
    ReleaseOutcome run() {
        try (LocalRelease releases = new LocalRelease(aws, Optional.empty())) {
            releases.promote(users); // nothing moves: version 1 is where the alias points
            Visitors visitors =
                    new Visitors(aws, environments::startedFor, releases.alias().text(), users);
            visitors.whenServedBy("1", ANSWERS).join();
            visitors.take();

            begins("moving the alias");
            releases.change();
            String second = releases.moveAlias();
            visitors.whenServedBy(second, ANSWERS).join();
            Burst without = visitors.take();

            begins("stoker promote");
            releases.change();
            Optional<String> third = releases.promote(users);
            third.ifPresent(version -> visitors.whenServedBy(version, ANSWERS).join());
            Burst with = visitors.take();
            visitors.leave();
            return new ReleaseOutcome(users, without, with, third.isPresent(), settings.kind());
        }
    }

    private void begins(String how) {
        doing = new Doing(
                "A release by " + how + ", while " + Count.of(users, "user") + " keep calling", doing.step() + 1);
    }
}
