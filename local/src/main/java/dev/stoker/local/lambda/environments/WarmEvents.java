// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.warmable.WarmEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Distinguishes warm events from users' events as the library does, for bills and drawings. */
final class WarmEvents {
    private WarmEvents() {}

    static boolean is(Payload event) {
        try {
            return WarmEvent.opens(new ByteArrayInputStream(event.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }
}
