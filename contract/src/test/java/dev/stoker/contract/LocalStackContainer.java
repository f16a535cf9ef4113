// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;

/** A LocalStack in Docker, which Testcontainers starts for the run and stops after it. */
final class LocalStackContainer implements Home {
    /** Names the image. */
    static final String VARIABLE = "STOKER_LOCALSTACK_IMAGE";

    /** The last release that runs without an account; later ones need a token in {@link #TOKEN}. */
    static final String DEFAULT_IMAGE = "localstack/localstack:4.14.0";

    /** LocalStack's own variable for the token of an account. */
    static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private final DockerImageName image;
    private final Map<String, String> variables;
    private boolean hasLooked;
    private Optional<String> whyNot = Optional.empty();
    private org.testcontainers.localstack.@Nullable LocalStackContainer container;

    /**
     * @param environment of this process, from which the container gets the token if there is one
     */
    LocalStackContainer(String image, Map<String, String> environment) {
        this.variables = variables(environment);
        this.image = DockerImageName.parse(image.strip()).asCompatibleSubstituteFor("localstack/localstack");
    }

    /** Uses the image in the variable, or the pinned one if it is not set. */
    static LocalStackContainer ofImageOrDefault(String image, Map<String, String> environment) {
        return new LocalStackContainer(image.isBlank() ? DEFAULT_IMAGE : image, environment);
    }

    /** What the container's environment needs. */
    static Map<String, String> variables(Map<String, String> environment) {
        // For nested executions LocalStack would call the host sync-<itself>, which does not exist.
        String direct = "AWS_DISABLE_HOST_PREFIX_INJECTION";
        String token = environment.getOrDefault(TOKEN, "").strip();
        return token.isEmpty() ? Map.of(direct, "true") : Map.of(direct, "true", TOKEN, token);
    }

    @Override
    public synchronized Optional<String> whyNot() {
        if (!hasLooked) {
            whyNot = DockerClientFactory.instance().isDockerAvailable()
                    ? whyNoImage()
                    : Optional.of("Docker does not answer. Start it, or name it in DOCKER_HOST; without " + VARIABLE
                            + " the suite runs on the embedded AWS.");
            hasLooked = true;
        }
        return whyNot;
    }

    /** Pulls the image if necessary. */
    private Optional<String> whyNoImage() {
        try {
            new RemoteDockerImage(image).get();
            return Optional.empty();
        } catch (ContainerFetchException missing) {
            return Optional.of("The image " + image.asCanonicalNameString()
                    + " is not here and cannot be pulled. Pull it, or name another in " + VARIABLE + ".");
        }
    }

    @Override
    public synchronized Optional<URI> endpoint() {
        whyNot().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        var running = container;
        if (running == null) {
            running = new org.testcontainers.localstack.LocalStackContainer(image).withEnv(variables);
            running.start();
            container = running;
        }
        return Optional.of(running.getEndpoint());
    }

    @Override
    public boolean isLocalStack() {
        return true;
    }

    @Override
    public String toString() {
        return "LocalStack by Testcontainers, image " + image.asCanonicalNameString();
    }

    @Override
    public synchronized void close() {
        if (container != null) {
            container.stop();
        }
    }
}
