// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded AWS over HTTP: one server, and the protocols that AWS's services speak (JSON with X-Amz-Target, Query with XML,
 * REST), without any of the services.
 *
 * <p>Comes in: requests of SDKs and of the AWS CLI. Goes out: answers and errors in the shapes that they read. Every answer is
 * made in an event of the one {@link dev.stoker.local.time.Timeline}, so services need no locks. Signatures are not verified.
 * Must not know any service. Start reading at {@link dev.stoker.local.http.AwsServer}; a service is an
 * {@link dev.stoker.local.http.Api}.
 */
package dev.stoker.local.http;
