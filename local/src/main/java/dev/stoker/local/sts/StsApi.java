// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.sts;

import dev.stoker.local.http.QueryApi;
import java.util.Set;

/** STS's protocol. */
final class StsApi {
    private StsApi() {}

    /** Creates the protocol for an account ID of twelve digits. */
    static QueryApi of(String account) {
        return new QueryApi("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/")
                .with(
                        "GetCallerIdentity",
                        Set.of(),
                        (form, result) -> result.add("Arn", "arn:aws:iam::" + account + ":root")
                                .add("UserId", account)
                                .add("Account", account));
    }
}
