// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sts;

import dev.stoker.local.account.Account;
import dev.stoker.local.http.Api;

/**
 * Who calls: always the account's root user, since signatures are not verified.
 *
 * @param account whose
 */
public record CallerIdentity(Account account) {
    /** The protocol in front of it. */
    public Api endpoint() {
        return StsApi.of(account.id());
    }
}
