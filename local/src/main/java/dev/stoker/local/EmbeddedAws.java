// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stack;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.Api;
import dev.stoker.local.http.Api.Listening;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running embedded AWS, the entry point of this module.
 *
 * <p>On wall-clock time any thread may call its methods, and they wait for the result. On virtual time only the thread
 * that advances the timeline may call them, and futures complete while it advances.
 */
public final class EmbeddedAws implements AutoCloseable {
    private final EmbeddedAwsSettings settings;
    private final Timeline timeline;
    private final Services services;
    private final EmbeddedAccount account;
    private Optional<Listening> server = Optional.empty();

    private EmbeddedAws(EmbeddedAwsSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.services = Services.start(settings, timeline);
        this.account = new EmbeddedAccount(services);
    }

    /** Starts an embedded AWS. Nothing is deployed, and it does not listen on a port. */
    public static EmbeddedAws start(EmbeddedAwsSettings settings) {
        Timeline timeline = settings.virtualTime().isPresent()
                ? settings.virtualTime().get()
                : Timeline.ofThisMachine(settings.failures());
        return new EmbeddedAws(settings, timeline);
    }

    /**
     * Listens on a port of 127.0.0.1. Call this once, after deploying.
     *
     * @param port 0 for any free port
     * @return the endpoint
     * @throws UncheckedIOException if the port is not available
     */
    public URI listen(int port) {
        try {
            Listening started = Api.listen(port, timeline, services.endpoints(), settings.failures());
            server = Optional.of(started);
            return started.endpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The current instant, in milliseconds since the epoch. */
    public long nowMillis() {
        return timeline.nowMillis();
    }

    /**
     * Runs something as an event at an instant, milliseconds since the epoch, or as soon as possible if the instant is
     * in the past.
     */
    public void at(long epochMillis, Runnable event) {
        timeline.at(epochMillis, event);
    }

    /** The resources in the account. Call its methods within an event, see {@link #call} and {@link #change}. */
    public EmbeddedAccount account() {
        return account;
    }

    Services services() {
        return services;
    }

    /**
     * Deploys infra/template.yaml from the repository, with the files that it names.
     *
     * @param root the repository's folder
     * @param stack the stack's name
     * @throws RefusedException if the template does not exist or is rejected, or if the stack cannot be created
     */
    public DeployedStack deployTemplate(Path root, String stack, Map<String, String> parameters) {
        Path folder = root.resolve("infra");
        try {
            return deploy(stack, Files.readString(folder.resolve("template.yaml")), folder, parameters);
        } catch (IOException unreadable) {
            throw new RefusedException("The template cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Creates a stack and waits until it exists.
     *
     * @param stack its name
     * @param template YAML or JSON
     * @param folder the folder of the files that the template names
     * @throws RefusedException if the template is rejected, or if the stack cannot be created
     */
    public DeployedStack deploy(String stack, String template, @Nullable Path folder, Map<String, String> parameters) {
        StackRequest request = StackRequest.of(stack, template, folder, parameters);
        Stack made = call(() -> services.stacks().create(request));
        await(settled(made));
        if (!made.status().equals("CREATE_COMPLETE")) {
            throw new RefusedException("stack " + stack + " was not created: " + made.failures());
        }
        return new DeployedStack(this, made);
    }

    private CompletableFuture<Stack> settled(Stack stack) {
        CompletableFuture<Stack> settled = new CompletableFuture<>();
        timeline.post(() -> stack.whenSettled(() -> settled.complete(stack)));
        return settled;
    }

    /**
     * Starts an execution.
     *
     * @param input JSON
     * @return completes when the execution has succeeded or failed; fails with a {@link RefusedException} if it cannot
     *     be started
     */
    public CompletableFuture<ExecutionResult> run(String stateMachineArn, String input) {
        CompletableFuture<ExecutionResult> ended = new CompletableFuture<>();
        timeline.post(() -> {
            try {
                services.stepFunctions().startSyncExecution(stateMachineArn, input, ended::complete);
            } catch (RuntimeException e) {
                ended.completeExceptionally(forOutside(e));
            }
        });
        return ended;
    }

    /**
     * Invokes a function, or in the next event if called within an event.
     *
     * @param payload JSON
     * @return completes with the outcome, also for errors
     */
    public CompletableFuture<InvokeOutcome> invoke(String function, String payload) {
        CompletableFuture<InvokeOutcome> done = new CompletableFuture<>();
        timeline.post(() -> account.invoke(function, payload, done::complete));
        return done;
    }

    /**
     * Runs something within an event, and waits for the result. Do not call this within an event.
     *
     * @throws RefusedException if AWS would reject it
     */
    public <T> T call(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        timeline.post(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(forOutside(e));
            }
        });
        return await(answer);
    }

    /**
     * Runs something within an event, and waits until it has ended. Do not call this within an event.
     *
     * @throws RefusedException if AWS would reject it
     */
    public void change(Runnable change) {
        call(() -> {
            change.run();
            return true;
        });
    }

    private static RuntimeException forOutside(RuntimeException thrown) {
        return thrown instanceof AwsError ? new RefusedException(String.valueOf(thrown.getMessage()), thrown) : thrown;
    }

    /** On virtual time this waits only for events of the current instant. */
    private <T> T await(CompletableFuture<T> answer) {
        settings.virtualTime().ifPresent(time -> {
            while (!answer.isDone() && time.runNext(time.nowMillis())) {
                // each turn runs one event
            }
            if (!answer.isDone()) {
                throw new IllegalStateException("there is no answer at this instant: advance the timeline first");
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Stops the port, the schedules and the environments. */
    @Override
    public void close() {
        server.ifPresent(Listening::close);
        timeline.close();
        services.lambda().close();
    }

    /** A deployed stack. Do not call its methods within an event. */
    public static final class DeployedStack {
        private final EmbeddedAws aws;
        private final Stack stack;

        private DeployedStack(EmbeddedAws aws, Stack stack) {
            this.aws = aws;
            this.stack = stack;
        }

        /** The outputs by name. */
        public Map<String, String> outputs() {
            return aws.call(stack::outputs);
        }

        /**
         * The value of an output.
         *
         * @throws IllegalArgumentException if the stack has no output of this name
         */
        public String output(String name) {
            String value = outputs().get(name);
            if (value == null) {
                throw new IllegalArgumentException(
                        "output: must be one of " + outputs().keySet() + ", got " + name + ".");
            }
            return value;
        }

        /** The result of Ref for a resource; empty if the resource does not exist. */
        public String physicalId(String logicalId) {
            return aws.call(() -> stack.physicalId(logicalId));
        }

        /**
         * The existing resources of a type by their logical IDs, each with its resolved properties.
         *
         * @param type after the SAM transform, such as AWS::IAM::Policy
         */
        public Map<String, JsonNode> madeWith(String type) {
            return aws.call(() -> stack.madeWith(type));
        }

        /**
         * Updates the stack with new values of some parameters, and waits for the end of the update.
         *
         * @throws RefusedException if the values are rejected, if they change nothing, or if the update fails
         */
        public void update(Map<String, String> parameters) {
            Map<String, String> all = new HashMap<>(stack.request().parameters());
            all.putAll(parameters);
            aws.change(() -> aws.services.stacks().update(stack.request().withParameters(all)));
            aws.await(aws.settled(stack));
            if (!stack.status().equals("UPDATE_COMPLETE")) {
                throw new RefusedException("stack " + stack.name() + " was not updated: " + stack.failures());
            }
        }

        /** Deletes the stack. What takes time continues in later events. */
        public void delete() {
            aws.change(() -> aws.services.stacks().delete(stack.id()));
        }
    }

    /**
     * The embedded AWS rejects a request or cannot create something. The message contains the reason and the remedy.
     */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }

        RefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
