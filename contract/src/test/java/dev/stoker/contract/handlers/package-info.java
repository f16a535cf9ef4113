// SPDX-License-Identifier: Apache-2.0

/**
 * The handlers of the functions that the suite deploys, mostly with invalid behavior.
 *
 * <p>They run inside Lambda environments, packaged with sample.jar, and may use only the JDK, aws-lambda-java-core and
 * Stoker's library.
 */
package dev.stoker.contract.handlers;
