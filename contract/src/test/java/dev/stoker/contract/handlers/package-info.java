// SPDX-License-Identifier: Apache-2.0

/**
 * The handlers of the functions that the suite deploys: what a target may be beside a well-behaved one.
 *
 * <p>They run inside Lambda environments, packed with sample.jar, and may use nothing but the JDK, aws-lambda-java-core and
 * Stoker's library.
 */
package dev.stoker.contract.handlers;
