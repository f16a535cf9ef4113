// SPDX-License-Identifier: Apache-2.0
/**
 * The account that all services share, and the errors with which they reject a request.
 *
 * <p>Comes in: the region, a service with the name of a resource, and the code, status and message of an error. Goes
 * out: the account's number and ARNs, and an exception that each protocol of {@link dev.stoker.local.http} writes in its
 * own form. Must not know a service, a protocol or the time. Start reading at
 * {@link dev.stoker.local.account.Account}.
 */
package dev.stoker.local.account;
