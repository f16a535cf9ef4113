// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the SDK's default chains find, by system properties and for one test: nothing of this machine's own. */
public final class AwsSurroundings implements BeforeEachCallback, AfterEachCallback {
    private final Map<String, String> before = new HashMap<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        set("aws.accessKeyId", "AKIDSURROUNDINGS");
        set("aws.secretAccessKey", "surrounding-secret");
        set("aws.region", "eu-west-1");
        set("aws.disableEc2Metadata", "true");
        configFile(Path.of("/nowhere"));
    }

    /** Something that the SDK finds. */
    public void set(String property, String value) {
        before.putIfAbsent(property, System.getProperty(property, ""));
        System.setProperty(property, value);
    }

    /** Something that the SDK does not find. */
    public void unset(String property) {
        before.putIfAbsent(property, System.getProperty(property, ""));
        System.clearProperty(property);
    }

    /** The file with the profiles; one that is not there has none. */
    public void configFile(Path file) {
        set("aws.configFile", file.toString());
        set("aws.sharedCredentialsFile", "/nowhere");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        before.forEach((property, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }
}
