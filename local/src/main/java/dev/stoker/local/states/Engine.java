// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.time.Timeline;
import java.util.Random;

/**
 * What all executions share.
 *
 * @param timeline the clock and the queue of events
 * @param random where chance comes from: ids, jitter
 * @param observer who is told what they do
 */
record Engine(Timeline timeline, Random random, ExecutionObserver observer) {}
