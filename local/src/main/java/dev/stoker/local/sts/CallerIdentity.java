// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sts;

import dev.stoker.local.account.Account;
import dev.stoker.local.http.Api;

/**
 * The identity of the caller: always the account's root user, because signatures are not verified.
 *
 * @param account the account
 */
public record CallerIdentity(Account account) {
    /** The protocol of the service. */
    public Api endpoint() {
        return StsApi.of(account.id());
    }
}
