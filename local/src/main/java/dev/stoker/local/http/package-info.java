// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS over HTTP: one server and the protocols of AWS's services (JSON with X-Amz-Target, Query with XML,
 * REST), without the services.
 *
 * <p>Comes in: requests of SDKs and of the AWS CLI. Goes out: answers and errors in their formats. Every answer is
 * created in an event of the one {@link dev.stoker.local.time.Timeline}, so services need no locks. Signatures are not
 * verified. Must not know any service. Start reading at {@link dev.stoker.local.http.AwsServer}; a service is an
 * {@link dev.stoker.local.http.Api}.
 */
package dev.stoker.local.http;
