// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the project, which all packages share. */
final class Versions {
    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>stoker-parent</artifactId>\\s*<version>([0-9.]+)(?:-SNAPSHOT)?</version>");

    private Versions() {}

    /** As a registry would show it: without Maven's word for what is not released yet. */
    static String released() throws IOException {
        Matcher version = PROJECT.matcher(Files.readString(Repository.ROOT.resolve("pom.xml")));
        if (!version.find()) {
            throw new AssertionError("no version in pom.xml");
        }
        return version.group(1);
    }
}
