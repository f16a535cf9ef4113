// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.Arrays;
import java.util.Optional;

/** The processors that Lambda has, each with prices of its own. */
public enum Architecture {
    /** Intel and AMD. */
    X86_64("x86_64", PriceItem.LAMBDA_GB_SECOND_X86, PriceItem.PROVISIONED_GB_SECOND_X86),
    /** Graviton. */
    ARM64("arm64", PriceItem.LAMBDA_GB_SECOND_ARM, PriceItem.PROVISIONED_GB_SECOND_ARM);

    private final String text;
    private final PriceItem time;
    private final PriceItem provisioned;

    Architecture(String text, PriceItem time, PriceItem provisioned) {
        this.text = text;
        this.time = time;
        this.provisioned = provisioned;
    }

    /** The one that Lambda calls so. */
    public static Optional<Architecture> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /** As Lambda calls it. */
    public String text() {
        return text;
    }

    /** The price of a function's time. */
    public PriceItem time() {
        return time;
    }

    /** The price of provisioned concurrency. */
    public PriceItem provisioned() {
        return provisioned;
    }
}
