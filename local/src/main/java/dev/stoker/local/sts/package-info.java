// SPDX-License-Identifier: Apache-2.0
/**
 * STS: the identity of the caller, which is always the root user, because signatures are not verified.
 *
 * <p>Comes in: the account. Goes out: its root user. {@code StsApi} is its protocol. Must not know any other service.
 * Start reading at {@link dev.stoker.local.sts.CallerIdentity}.
 */
package dev.stoker.local.sts;
