// SPDX-License-Identifier: Apache-2.0

/** The sleep task. */
package dev.stoker.warmable;
