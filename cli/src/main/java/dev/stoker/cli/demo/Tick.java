// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

/**
 * A tick of the schedule and what its cycle proved.
 *
 * @param minute the minute of the demo
 * @param requested environments requested; 0 if the output has no number
 * @param warm environments proven warm
 */
record Tick(long minute, int requested, int warm) {
    /** Whether it proved as many environments as requested. */
    boolean isProven() {
        return requested > 0 && warm >= requested;
    }
}
