// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.Environments;
import java.net.URI;
import java.util.Optional;

/**
 * The embedded AWS in this JVM, by its wire protocols alone, so that the suite cannot tell it from another home.
 *
 * <p>Its environments are class loaders, since the suite makes hundreds; those that are processes have tests of their own in the
 * module {@code local}.
 */
final class EmbeddedHome implements Home {
    private static final long SEED = 1;

    private final UseCounter counter = new UseCounter();
    private final EmbeddedAws aws = EmbeddedAws.start(
            EmbeddedAwsSettings.withSeed(SEED).in(Environments.inJvm()).watchedBy(counter, counter));
    private final URI endpoint = aws.listen(0);

    @Override
    public Optional<String> whyNot() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.of(endpoint);
    }

    /** What the suite has used of it until now. */
    SuiteUse use() {
        return counter.use();
    }

    @Override
    public String toString() {
        return "the embedded AWS";
    }

    @Override
    public void close() {
        aws.close();
    }
}
