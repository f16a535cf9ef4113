// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Colour;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.promote.AliasCheck.AliasAnswers;
import dev.stoker.cli.promote.PromotionResult.Met;

/** The result of a promotion for people. */
final class PromotionScreen {
    private final Console console;

    PromotionScreen(Console console) {
        this.console = console;
    }

    void show(FunctionName alias, PromotionResult result) {
        if (result.shortfall().isPresent()) {
            console.say(result.shortfall().get(), Colour.RED);
            return;
        }
        console.say(result.proof().sentence(), Colour.GREEN);
        result.canary().ifPresent(met -> console.say(canary(met, result.to())));
        String name = "The alias " + OneLine.of(alias.qualifier().orElseThrow());
        console.say(
                result.wasThere()
                        ? name + " pointed to version " + result.to() + " already."
                        : name + " points to version " + result.to() + ". Before, it pointed to version "
                                + result.from() + ".",
                Colour.GREEN);
        result.seen().ifPresent(seen -> console.say(seen(seen, result.to())));
    }

    private static String canary(Met met, String version) {
        String share = met.canary().percent() + " % of the users met version " + version + " for "
                + Durations.text(met.canary().time()) + ": "
                + Count.of(met.counts().invocations(), "invocation")
                + ", " + Count.of(met.counts().errors(), "error") + ".";
        return met.served() == 0 && met.counts().invocations() == 0
                ? share + " No user came, so the canary showed nothing."
                : share;
    }

    private static String seen(AliasAnswers seen, String version) {
        String calls = Count.of(seen.calls(), "call") + " of it " + (seen.calls() == 1 ? "was" : "were")
                + " answered by version " + version + ", ";
        String cold = seen.coldStarts() == 0
                ? "in warm environments"
                : Count.of(seen.coldStarts(), "call") + " after a cold start: users had all other environments";
        String users = seen.served() == 0
                ? " No user had called them before."
                : " These had served " + Count.of(seen.served(), "user request") + ", "
                        + Count.plain(seen.userColdStarts()) + " of them after a cold start.";
        return calls + cold + "." + users;
    }
}
