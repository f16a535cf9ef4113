// SPDX-License-Identifier: Apache-2.0
/**
 * STS: who calls. Always the same root user, since no signature is looked at.
 *
 * <p>Comes in: the account. Goes out: its root user. {@code StsApi} is its protocol. Must not know any other service. Start
 * reading at
 * {@link dev.stoker.local.sts.CallerIdentity}.
 */
package dev.stoker.local.sts;
