// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which program opens the live page. */
class BrowserTest {
    @Test
    void it_is_the_one_of_the_system_unless_BROWSER_names_another() {
        assertThat(Browser.command("Mac OS X", Map.of()).orElseThrow()).containsExactly("open");
        assertThat(Browser.command("Windows 11", Map.of()).orElseThrow())
                .containsExactly("rundll32", "url.dll,FileProtocolHandler");
        assertThat(Browser.command("Linux", Map.of("DISPLAY", ":0")).orElseThrow())
                .containsExactly("xdg-open");
        assertThat(Browser.command("Linux", Map.of("BROWSER", "firefox", "DISPLAY", ":0"))
                        .orElseThrow())
                .containsExactly("firefox");
    }

    @Test
    void without_a_screen_there_is_none() {
        assertThat(Browser.command("Linux", Map.of())).isEmpty();
    }
}
