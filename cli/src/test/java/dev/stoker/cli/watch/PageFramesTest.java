// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.Thorough;
import dev.stoker.cli.report.Chromium;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent.EventKind;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How smoothly the page moves with 1,000 lanes. Every two seconds 1,000 users come at once, and between them a cycle holds all
 * environments; all of these are events that the page receives and draws. The environments themselves do not run, so that the
 * browser is measured. {@code -Dstoker.results=write} measures longer, with other windows too, and writes docs/benchmarks/page.txt.
 */
@Thorough
class PageFramesTest {
    private static final boolean WRITES = "write".equals(System.getProperty("stoker.results"));
    private static final int LANES = 1000;
    private static final int SECONDS = WRITES ? 20 : 4;
    private static final Path RESULTS = Path.of("..", "docs", "benchmarks", "page.txt");

    /** The time of each frame and how long the page's script ran in it. */
    private static final String FRAMES = """
            const next = window.requestAnimationFrame.bind(window);
            window.measured = { at: [], took: [] };
            window.requestAnimationFrame = draw => next(time => {
              const begin = performance.now();
              draw(time);
              measured.took.push(performance.now() - begin);
              measured.at.push(time);
            });""";

    @TempDir
    private Path folder;

    @Test
    void a_thousand_lanes_move_without_a_stutter() throws Exception {
        Chromium chromium = Chromium.in(folder);
        ScheduledExecutorService crowd = Executors.newSingleThreadScheduledExecutor();
        try (Watched watched = Watched.start();
                DevTools tab = DevTools.start(chromium)) {
            watched.events().follow("orders", "KeepWarm-1");
            Waves waves = new Waves(watched);
            tab.before(FRAMES);
            tab.size(1200, 900);
            tab.open(watched.address());
            var unused = crowd.scheduleAtFixedRate(waves::step, 0, 20, TimeUnit.MILLISECONDS);
            tab.await("document.getElementById('alive').textContent === '1,000'");

            List<String> lines = new ArrayList<>();
            Measured usual = measure(tab, "15000");
            lines.add("the last 15 seconds   " + usual);
            tab.picture("thousand.png");
            if (WRITES) {
                lines.add("the last minute       " + measure(tab, "60000"));
                lines.add("the last 15 minutes   " + measure(tab, "900000"));
                tab.click("#table summary");
                lines.add("with the table open   " + measure(tab, "15000"));
                tab.ask("scrollTo(0, 0)");
                tab.media("prefers-color-scheme", "dark");
                tab.picture("thousand-dark.png");
                Files.writeString(RESULTS, String.join("\n", lines(tab, lines)) + "\n");
            }
            // The browser has 16.7 ms for a frame. Half of them is left to it for its own part, even on a busy machine.
            assertThat(usual.scriptMedian()).as(lines.toString()).isLessThan(8);
        } finally {
            crowd.shutdownNow();
        }
    }

    /**
     * @param frames a second
     * @param gapMedian ms between frames
     * @param scriptMedian ms that the page's script took in a frame
     */
    private record Measured(
            double frames, double gapMedian, double gap99, double gapMost, double scriptMedian, double scriptMost) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f frames/s; between frames: median %.1f ms, 99 %% %.1f ms, longest %.1f ms; script in a frame:"
                            + " median %.1f ms, longest %.1f ms",
                    frames,
                    gapMedian,
                    gap99,
                    gapMost,
                    scriptMedian,
                    scriptMost);
        }
    }

    private static Measured measure(DevTools tab, String window) {
        JsonNode all = tab.ask("(async () => { document.getElementById('window').value = '" + window
                + "'; const m = window.measured; await new Promise(done => setTimeout(done, 1000));"
                + " const from = m.at.length; await new Promise(done => setTimeout(done, " + SECONDS * 1000 + "));"
                + " const sorted = list => [...list].sort((a, b) => a - b);"
                + " const at = m.at.slice(from), gaps = sorted(at.slice(1).map((t, i) => t - at[i])), took = sorted(m.took.slice(from));"
                + " const part = (list, p) => list[Math.min(list.length - 1, Math.floor(list.length * p))];"
                + " return [gaps.length / " + SECONDS
                + ", part(gaps, 0.5), part(gaps, 0.99), part(gaps, 1), part(took, 0.5), part(took, 1)]; })()");
        return new Measured(
                all.path(0).asDouble(),
                all.path(1).asDouble(),
                all.path(2).asDouble(),
                all.path(3).asDouble(),
                all.path(4).asDouble(),
                all.path(5).asDouble());
    }

    private static List<String> lines(DevTools tab, List<String> measured) {
        List<String> lines = new ArrayList<>();
        String browser =
                tab.ask("navigator.userAgent.match(/Chrome\\/[0-9]+/)[0]").asText();
        lines.add(String.format(
                Locale.ROOT,
                "%d cores, load %.1f, %s %s, %s without a window and without a GPU, 1200 x 900 pixels",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                browser));
        lines.add(
                "1,000 lanes; every 2 s a burst of 1,000 users and a cycle that holds 1,000 environments: 2,000 events/s;"
                        + " " + SECONDS + " s for each row");
        lines.addAll(measured);
        return lines;
    }

    /** One environment after another starts, then bursts and cycles take turns, each second one. */
    private static final class Waves {
        private final Watched watched;
        private int started;
        private long wave;

        Waves(Watched watched) {
            this.watched = watched;
        }

        /** Called 50 times a second: in each step 20 to 50 environments do something, so that no two lanes look the same. */
        void step() {
            long now = watched.aws().nowMillis();
            if (started < LANES) {
                for (int i = 0; i < 50; i++) {
                    started++;
                    on(EventKind.STARTED, now, started, "", true);
                    on(EventKind.INITIALIZED, now, started, "", true);
                }
                return;
            }
            int first = (int) (wave % 50) * 20;
            boolean cycle = wave / 50 % 2 == 1;
            for (int i = 1; i <= 20; i++) {
                on(EventKind.INVOKED, now, first + i, "request-" + wave + "-" + i, cycle);
            }
            int before = (int) ((wave + 45) % 50) * 20;
            for (int i = 1; i <= 20 && wave >= 5; i++) {
                on(EventKind.FREED, now, before + i, "request-" + (wave - 5) + "-" + i, cycle);
            }
            wave++;
        }

        private void on(EventKind kind, long at, int environment, String request, boolean warmEvent) {
            watched.events()
                    .on(new EnvironmentEvent(
                            kind, at, "orders.LATEST." + environment, "orders", "$LATEST", request, warmEvent));
        }
    }
}
