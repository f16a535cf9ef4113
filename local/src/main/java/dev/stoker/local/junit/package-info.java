// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS for tests with JUnit 5 or 6: Stoker and a function are deployed once for a test class.
 *
 * <p>Comes in: an annotation on a test class. Goes out: the embedded AWS, Stoker's stack and the endpoint, as parameters of
 * its methods. Must not know the services behind the entry point. Start reading at
 * {@link dev.stoker.local.junit.EmbeddedAwsTest}.
 */
package dev.stoker.local.junit;
