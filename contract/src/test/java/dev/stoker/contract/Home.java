// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A place where the suite can run. All that the suite knows of it is an endpoint: which, or why there is none.
 *
 * <p>Without a word it is {@link EmbeddedHome}, which needs nothing but this JVM, also on a machine that happens to have Docker.
 * {@code STOKER_ENDPOINT_URL} makes it {@link NamedEndpoint}, else {@code STOKER_LOCALSTACK_IMAGE} makes it
 * {@link LocalStackContainer}: what a variable offers and is not there is skipped, with its reason. The system property
 * {@code stoker.home} ({@code embedded}, {@code endpoint}, {@code testcontainers} or {@code aws}) demands one of them, and then
 * what is not there fails. Only that property leads to {@link AwsItself}, which costs money.
 */
interface Home extends AutoCloseable {
    /** The system property that demands a home. */
    String PROPERTY = "stoker.home";

    /**
     * The home of this run.
     *
     * @param demanded the property's value, null where it is not set
     * @throws IllegalArgumentException if it names no home
     */
    static Home choose(Map<String, String> environment, String demanded) {
        if (isEmbedded(environment, demanded)) {
            return new EmbeddedHome();
        }
        NamedEndpoint named = new NamedEndpoint(environment.get(NamedEndpoint.VARIABLE));
        String image = environment.getOrDefault(LocalStackContainer.VARIABLE, "");
        if (demanded == null || demanded.isBlank()) {
            return named.whyNot().isEmpty() ? named : new LocalStackContainer(image);
        }
        return switch (demanded) {
            case "endpoint" -> new Demanded(named);
            case "testcontainers" -> new Demanded(LocalStackContainer.ofImageOrDefault(image));
            case "aws" -> new AwsItself();
            default ->
                throw new IllegalArgumentException(
                        PROPERTY + ": must be embedded, endpoint, testcontainers or aws, got " + demanded + ".");
        };
    }

    /** Whether the home of this run is the embedded AWS; starts nothing. */
    static boolean isEmbedded(Map<String, String> environment, String demanded) {
        if (demanded != null && !demanded.isBlank()) {
            return demanded.equals("embedded");
        }
        return new NamedEndpoint(environment.get(NamedEndpoint.VARIABLE))
                        .whyNot()
                        .isPresent()
                && environment.getOrDefault(LocalStackContainer.VARIABLE, "").isBlank();
    }

    /** Why nothing can run here, in a sentence with the remedy; empty if it can. */
    Optional<String> whyNot();

    /**
     * Where the services answer; empty where each has an endpoint of its own, on AWS itself.
     *
     * @throws IllegalStateException if {@link #whyNot} has a reason
     */
    Optional<URI> endpoint();

    /**
     * Whether this is LocalStack 4.14, which evaluates JSONata by a library that does not escape keys, and fails by States.Runtime where
     * AWS fails by States.QueryEvaluationError. Tests leave out what that keeps it from doing, and say so.
     *
     * @throws IllegalStateException if {@link #whyNot} has a reason
     */
    boolean isLocalStack();

    /** Takes down what was brought up. */
    @Override
    void close();
}
