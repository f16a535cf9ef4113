// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version that Maven wrote into the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Version.class.getPackage().getImplementationVersion();
        return new String[] {"stoker " + (built == null ? "(not from a jar)" : built)};
    }
}
