// SPDX-License-Identifier: Apache-2.0

/** A function that does what a test tells it, and reports what it sees of its environment. */
package dev.stoker.local.probe;
