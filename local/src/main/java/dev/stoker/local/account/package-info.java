// SPDX-License-Identifier: Apache-2.0
/**
 * The account of all resources, and the errors that services return.
 *
 * <p>Comes in: nothing. Goes out: ARNs, and errors by AWS's own names. Must not know a service, a protocol or the time.
 * Start reading at {@link dev.stoker.local.account.Account}.
 */
package dev.stoker.local.account;
