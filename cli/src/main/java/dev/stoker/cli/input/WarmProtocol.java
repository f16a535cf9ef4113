// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The protocols of a target and their properties. Source: statemachine/protocols.states.yaml, and the packages that
 * docs/protocols.md names.
 */
public enum WarmProtocol {
    /** Stoker's own. */
    STOKER("stoker", Identification.ALWAYS, true, 0),
    /** npm lambda-warmer. */
    LAMBDA_WARMER("lambda-warmer", Identification.NEVER, false, 75),
    /** PyPI lambda-warmer-py. */
    LAMBDA_WARMER_PY("lambda-warmer-py", Identification.NEVER, false, 75),
    /** npm serverless-plugin-warmup; 25 ms is what its README suggests. */
    SERVERLESS_PLUGIN_WARMUP("serverless-plugin-warmup", Identification.NEVER, false, 25),
    /** bref/bref of Packagist. */
    BREF("bref", Identification.NEVER, false, 10),
    /** npm @opennextjs/aws. */
    OPENNEXT("opennext", Identification.ALWAYS, true, 0),
    /** npm @thundra/warmup and PyPI thundra, which answer null; functions with their own code may return an ID. */
    THUNDRA("thundra", Identification.IF_ANSWERED, true, 0),
    /** PyPI zappa. */
    ZAPPA("zappa", Identification.NEVER, false, 1),
    /** The payload is the whole event. */
    CUSTOM("custom", Identification.IF_ANSWERED, true, 0);

    /** Whether answers identify environments. */
    public enum Identification {
        /** Each answer identifies the environment. */
        ALWAYS,
        /** It depends on the function. */
        IF_ANSWERED,
        /** No answer identifies the environment. */
        NEVER
    }

    /** How a target names it. */
    private final String written;

    private final Identification identification;
    private final boolean holdsByEvent;
    private final long ownHoldMillis;

    WarmProtocol(String written, Identification identification, boolean holdsByEvent, long ownHoldMillis) {
        this.written = written;
        this.identification = identification;
        this.holdsByEvent = holdsByEvent;
        this.ownHoldMillis = ownHoldMillis;
    }

    /** The protocol with this name; empty if there is none. */
    public static Optional<WarmProtocol> named(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.written.equals(name))
                .findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(WarmProtocol::written).collect(Collectors.joining(", "));
    }

    /** How a target names it. */
    public String written() {
        return written;
    }

    /** Whether its answers identify environments. */
    public Identification identification() {
        return identification;
    }

    /** Whether the event contains the hold; a custom event may contain it. */
    public boolean holdsByEvent() {
        return holdsByEvent;
    }

    /** The function's own hold if the event does not contain one, in milliseconds; otherwise 0. */
    public long ownHoldMillis() {
        return ownHoldMillis;
    }
}
