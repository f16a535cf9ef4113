// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** Watches environments live; called within the timeline's events. */
@FunctionalInterface
public interface LambdaObserver {
    /** Sees nothing. */
    LambdaObserver NONE = event -> {};

    /** One step in the life of one environment. */
    void on(EnvironmentEvent event);
}
