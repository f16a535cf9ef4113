// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Optional;

/** AWS, with the account and the region of the SDK's default chains. It costs money, so the price is printed first. */
final class AwsItself implements Home {
    @Override
    public Optional<String> whyNot() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.empty();
    }

    @Override
    public boolean isLocalStack() {
        return false;
    }

    @Override
    public String toString() {
        return "AWS itself. " + SuiteUse.COUNTED.price();
    }

    /** Nothing was started. */
    @Override
    public void close() {}
}
