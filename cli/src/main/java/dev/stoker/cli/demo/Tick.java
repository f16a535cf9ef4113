// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

/**
 * A tick of the schedule and what its cycle proved.
 *
 * @param minute of the story
 * @param requested environments asked for; 0 if the cycle told nothing
 * @param warm environments proven warm
 */
record Tick(long minute, int requested, int warm) {
    /** Whether it proved all that it was asked for. */
    boolean isProven() {
        return requested > 0 && warm >= requested;
    }
}
