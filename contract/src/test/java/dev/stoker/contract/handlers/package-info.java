// SPDX-License-Identifier: Apache-2.0

/**
 * The handlers of the functions that the suite deploys, mostly with invalid behavior.
 *
 * <p>Comes in: events, as in any function. Goes out: answers that are valid, invalid, late or missing. They run inside
 * Lambda environments, packaged with sample.jar, and use only the JDK, aws-lambda-java-core and Stoker's library. Must
 * not know the suite, or where they run.
 *
 * <p>Start reading at {@link dev.stoker.contract.handlers.TamperedAnswer}.
 */
package dev.stoker.contract.handlers;
