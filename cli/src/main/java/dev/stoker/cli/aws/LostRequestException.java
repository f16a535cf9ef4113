// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.IOException;

/** A request without an answer, and the route that it took. */
final class LostRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Route route;

    LostRequestException(Route route, IOException cause) {
        super(cause.getMessage(), cause);
        this.route = route;
    }

    Route route() {
        return route;
    }
}
