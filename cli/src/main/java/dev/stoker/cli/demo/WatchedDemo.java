// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.demo.Story.Narrator;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.watch.Browser;
import dev.stoker.cli.watch.LiveEvents;
import dev.stoker.cli.watch.LivePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;

/** Shows the story on the live page. It begins when the page is open in a browser, so that the first burst is visible. */
final class WatchedDemo {
    /** On a machine without a browser the page may never be opened. */
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Console console;
    private final Consumer<URI> browser;
    private final Runnable untilEnter;

    /**
     * @param browser opens an address
     * @param untilEnter waits until the user presses Enter
     */
    WatchedDemo(Console console, Consumer<URI> browser, Runnable untilEnter) {
        this.console = console;
        this.browser = browser;
        this.untilEnter = untilEnter;
    }

    /** With the browser and the stdin of this process. */
    static WatchedDemo of(Console console) {
        return new WatchedDemo(console, Browser::open, WatchedDemo::readLine);
    }

    /**
     * Shows the page while the story runs. If stdin is a terminal, the page stays live after it until Enter is pressed.
     *
     * @param users environments that the schedule keeps warm
     * @param play runs the story, prints its result and returns it
     */
    Outcome show(LocalAws aws, LiveEvents events, long minuteMillis, int users, Function<Narrator, Outcome> play) {
        aws.schedule().update(false, users);
        try (LivePage page = LivePage.start(aws, events, minuteMillis, 0)) {
            page.tell("The demo begins", "It shows what users wait for, with cold and with warm environments.", false);
            console.note("The live page is " + page.address() + ". The demo begins when it is open, or after "
                    + LONGEST_WAIT_SECONDS + " s.");
            browser.accept(page.address());
            page.awaitViewer(LONGEST_WAIT_SECONDS);
            Outcome outcome = play.apply((title, text) -> page.tell(title, text, false));
            page.tell("The result", DemoVerdict.of(outcome), true);
            if (console.terminal().stdin()) {
                console.note("The page and its buttons work until you press Enter.");
                untilEnter.run();
            }
            return outcome;
        } catch (IOException noPort) {
            throw new UncheckedIOException("No port of 127.0.0.1 is free for the live page.", noPort);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the page was to be opened", ended);
        }
    }

    private static void readLine() {
        try {
            int read = System.in.read();
            while (read >= 0 && read != '\n') {
                read = System.in.read();
            }
        } catch (IOException closed) {
            // There is no keyboard.
        }
    }
}
