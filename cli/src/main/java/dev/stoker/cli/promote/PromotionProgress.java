// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import dev.stoker.cli.output.Doing;

/** What a promotion does now, for the progress line. */
final class PromotionProgress {
    private volatile Doing doing = new Doing("Looking at the alias", 0);

    Doing doing() {
        return doing;
    }

    /** Begins the next step. */
    void begins(String text) {
        doing = new Doing(text, doing.step() + 1);
    }

    /** News of the same step. Without a terminal it is not printed. */
    void goesOn(String text) {
        doing = new Doing(text, doing.step());
    }
}
