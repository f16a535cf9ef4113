// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stack;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.AwsServer;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The embedded AWS, started: the front door of this module.
 *
 * <p>On the machine's own time its methods may be called from any thread, and they wait. On virtual time they are to be called by
 * the thread that steps the timeline, and futures complete as that goes on.
 */
public final class EmbeddedAws implements AutoCloseable {
    private final EmbeddedAwsSettings settings;
    private final Timeline timeline;
    private final Services services;
    private final EmbeddedAccount account;
    private Optional<AwsServer> server = Optional.empty();

    private EmbeddedAws(EmbeddedAwsSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.services = Services.start(settings, timeline);
        this.account = new EmbeddedAccount(services);
    }

    /** Starts it, with nothing deployed and nobody listening. */
    public static EmbeddedAws start(EmbeddedAwsSettings settings) {
        Timeline timeline = settings.virtualTime().isPresent()
                ? settings.virtualTime().get()
                : Timeline.ofThisMachine(settings.failures());
        return new EmbeddedAws(settings, timeline);
    }

    /**
     * Answers on a port of 127.0.0.1 from now on. To be called once; what is deployed before is there with the first answer.
     *
     * @param port 0 for any that is free
     * @return the endpoint
     * @throws UncheckedIOException if the port cannot be had
     */
    public URI listen(int port) {
        try {
            AwsServer started = AwsServer.listen(port, timeline, services.endpoints(), settings.failures());
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

    /** Runs something as an event, at an instant in milliseconds since the epoch; as soon as possible if that has passed. */
    public void at(long epochMillis, Runnable event) {
        timeline.at(epochMillis, event);
    }

    /** What is in the account; everything of it is to be called within an event: see {@link #call} and {@link #change}. */
    public EmbeddedAccount account() {
        return account;
    }

    Services services() {
        return services;
    }

    /**
     * Deploys infra/template.yaml straight from the repository, with the files that it names.
     *
     * @param root the repository's folder
     * @param stack the stack's name
     * @throws RefusedException if there is no such template, if it is refused, or if the stack cannot be made
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
     * Makes a stack and waits until it is there.
     *
     * @param stack its name
     * @param template YAML or JSON
     * @param folder where the files that the template names are looked for
     * @throws RefusedException if the template is refused, or if the stack cannot be made
     */
    public DeployedStack deploy(String stack, String template, Path folder, Map<String, String> parameters) {
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
     * @return completes when it has ended, well or not; fails with a {@link RefusedException} if it is refused
     */
    public CompletableFuture<ExecutionResult> run(String stateMachineArn, String input) {
        CompletableFuture<ExecutionResult> ended = new CompletableFuture<>();
        timeline.post(() -> {
            try {
                services.stepFunctions().startSyncExecution(stateMachineArn, null, input, ended::complete);
            } catch (RuntimeException e) {
                ended.completeExceptionally(forOutside(e));
            }
        });
        return ended;
    }

    /**
     * Invokes a function, from within an event in the next one.
     *
     * @param payload JSON
     * @return completes with the outcome, whatever it is
     */
    public CompletableFuture<InvokeOutcome> invoke(String function, String payload) {
        CompletableFuture<InvokeOutcome> done = new CompletableFuture<>();
        timeline.post(() -> account.invoke(function, payload, done::complete));
        return done;
    }

    /**
     * Asks or changes something within an event, and waits for the answer. Not to be called from an event.
     *
     * @throws RefusedException if AWS refuses it
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
     * Changes something within an event, and waits until it is done. Not to be called from an event.
     *
     * @throws RefusedException if AWS refuses it
     */
    public void change(Runnable change) {
        call(() -> {
            change.run();
            return true;
        });
    }

    private static RuntimeException forOutside(RuntimeException thrown) {
        return thrown instanceof AwsError ? new RefusedException(thrown.getMessage(), thrown) : thrown;
    }

    /** On virtual time only what happens at this very instant is waited for. */
    private <T> T await(CompletableFuture<T> answer) {
        settings.virtualTime().ifPresent(time -> {
            while (!answer.isDone() && time.runNext(time.nowMillis())) {
                // each turn runs one event
            }
            if (!answer.isDone()) {
                throw new IllegalStateException("nothing at this instant answers: step the timeline");
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

    /** Stops everything: the port, the schedules, the environments. */
    @Override
    public void close() {
        server.ifPresent(AwsServer::close);
        timeline.close();
        services.lambda().close();
    }

    /** A stack that is there. Its methods are not to be called from an event. */
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

        /** What Ref gives for a resource; empty if it is not there. */
        public String physicalId(String logicalId) {
            return aws.call(() -> stack.physicalId(logicalId));
        }

        /**
         * The resources of a type that are there, by their logical ids: what each was made with, everything worked out.
         *
         * @param type after the SAM transform, such as AWS::IAM::Policy
         */
        public Map<String, JsonNode> madeWith(String type) {
            return aws.call(() -> stack.madeWith(type));
        }

        /** Removes it, or begins to: what takes time goes on by itself. */
        public void delete() {
            aws.change(() -> aws.services.stacks().delete(stack.id()));
        }
    }

    /** What was wanted is refused, or cannot be made; the message says why, with the remedy. */
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
