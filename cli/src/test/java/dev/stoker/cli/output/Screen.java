// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A console whose streams a test reads. */
final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    Screen(Terminal terminal, Charset charset, boolean debug) {
        console = new Console(out, err, terminal, charset, debug);
    }

    /** A terminal of this width, with colours. */
    static Screen terminal(int columns) {
        return new Screen(new Terminal(true, true, columns, true), StandardCharsets.UTF_8, false);
    }

    /** No terminal at all. */
    static Screen none() {
        return new Screen(new Terminal(false, false, 80, true), StandardCharsets.UTF_8, false);
    }

    Console console() {
        return console;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
