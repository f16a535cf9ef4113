// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** Which of several free environments gets a request. AWS does not say; the most recently used was seen most often. */
public enum FreeChoice {
    /** The one that became free last. */
    MOST_RECENT,
    /** The one that has been free longest. */
    LEAST_RECENT,
    /** Any, by the seed. */
    RANDOM
}
