// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.Arrays;
import java.util.Optional;

/** Lambda's processor architectures, which have different prices. */
public enum Architecture {
    /** Intel and AMD. */
    X86_64(
            "x86_64",
            PriceItem.LAMBDA_GB_SECOND_X86,
            PriceItem.PROVISIONED_GB_SECOND_X86,
            PriceItem.PROVISIONED_BUSY_X86),
    /** Graviton. */
    ARM64("arm64", PriceItem.LAMBDA_GB_SECOND_ARM, PriceItem.PROVISIONED_GB_SECOND_ARM, PriceItem.PROVISIONED_BUSY_ARM);

    private final String text;
    private final PriceItem time;
    private final PriceItem provisioned;
    private final PriceItem provisionedBusy;

    Architecture(String text, PriceItem time, PriceItem provisioned, PriceItem provisionedBusy) {
        this.text = text;
        this.time = time;
        this.provisioned = provisioned;
        this.provisionedBusy = provisionedBusy;
    }

    /** The architecture with this name in Lambda. */
    public static Optional<Architecture> of(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }

    /** Its name in Lambda. */
    public String text() {
        return text;
    }

    /** The price item of a function's duration. */
    public PriceItem time() {
        return time;
    }

    /** The price item of provisioned concurrency. */
    public PriceItem provisioned() {
        return provisioned;
    }

    /** The price item of invocations on provisioned concurrency, which cost less than others. */
    public PriceItem provisionedBusy() {
        return provisionedBusy;
    }
}
