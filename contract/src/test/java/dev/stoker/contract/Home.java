// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where the suite can run. The suite only knows its endpoint, or why there is none.
 *
 * <p>The default is {@link EmbeddedHome}, which needs only this JVM and does not use Docker.
 * {@code STOKER_ENDPOINT_URL} selects {@link NamedEndpoint}, otherwise {@code STOKER_LOCALSTACK_IMAGE} selects
 * {@link LocalStackContainer}: if the place in a variable is not available, the suite is skipped with the reason. The
 * system property {@code stoker.home} ({@code embedded}, {@code endpoint}, {@code testcontainers} or {@code aws})
 * requests one of them, and the suite fails if it is not available. Only this property selects {@link AwsItself}, which
 * costs money.
 */
interface Home extends AutoCloseable {
    /** The system property that requests a place. */
    String PROPERTY = "stoker.home";

    /**
     * The place of this run.
     *
     * @param demanded the property's value, null if it is not set, as System.getProperty returns it
     * @throws IllegalArgumentException if it is not a valid name
     */
    static Home choose(Map<String, String> environment, @Nullable String demanded) {
        if (isEmbedded(environment, demanded)) {
            return new EmbeddedHome();
        }
        NamedEndpoint named = NamedEndpoint.of(environment);
        String image = environment.getOrDefault(LocalStackContainer.VARIABLE, "");
        if (demanded == null || demanded.isBlank()) {
            return named.whyNot().isEmpty() ? named : new LocalStackContainer(image, environment);
        }
        return switch (demanded) {
            case "endpoint" -> new Demanded(named);
            case "testcontainers" -> new Demanded(LocalStackContainer.ofImageOrDefault(image, environment));
            case "aws" -> new AwsItself();
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + ": must be embedded, endpoint, testcontainers or aws, got " + demanded + ".");
        };
    }

    /** Whether the place of this run is the embedded AWS. Starts nothing. */
    private static boolean isEmbedded(Map<String, String> environment, @Nullable String demanded) {
        if (demanded != null && !demanded.isBlank()) {
            return demanded.equals("embedded");
        }
        return NamedEndpoint.of(environment).whyNot().isPresent()
                && environment.getOrDefault(LocalStackContainer.VARIABLE, "").isBlank();
    }

    /** Why the suite cannot run here, a sentence with the remedy; empty if it can. */
    Optional<String> whyNot();

    /**
     * The endpoint of all services; empty on AWS itself, where each has its own.
     *
     * @throws IllegalStateException if {@link #whyNot} has a reason
     */
    Optional<URI> endpoint();

    /**
     * Whether this is LocalStack 4.14, whose JSONata library does not escape keys, and which fails with States.Runtime
     * instead of AWS's States.QueryEvaluationError. Tests skip what does not work there, and say so.
     *
     * @throws IllegalStateException if {@link #whyNot} has a reason
     */
    boolean isLocalStack();

    /** Stops everything that was started. */
    @Override
    void close();
}
