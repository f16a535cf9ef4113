// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.cloudformation.Stack;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.http.AwsServer;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.states.run.Execution.ExecutionResult;
import dev.stoker.local.time.Timeline;
import dev.stoker.local.time.WallTimeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The embedded AWS, started: the front door of this module.
 *
 * <p>On the machine's own time its methods may be called from any thread and wait. On virtual time they are to be called by the
 * thread that steps the timeline, and futures complete as that goes on.
 */
public final class EmbeddedAws implements AutoCloseable {
    private final EmbeddedAwsSettings settings;
    private final Timeline timeline;
    private final Services services;
    private AwsServer server;

    private EmbeddedAws(EmbeddedAwsSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.services = Services.start(settings, timeline);
    }

    /** Starts it, with nothing deployed and nobody listening. */
    public static EmbeddedAws start(EmbeddedAwsSettings settings) {
        Timeline timeline = settings.virtualTime().isPresent()
                ? settings.virtualTime().get()
                : new WallTimeline(settings.failures());
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
            server = AwsServer.listen(port, timeline, services.endpoints(), settings.failures());
            return server.endpoint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one clock and queue of events. */
    public Timeline timeline() {
        return timeline;
    }

    /** The services, to be called within the timeline's events: see {@link #call}. */
    public Services services() {
        return services;
    }

    /**
     * Deploys infra/template.yaml straight from the repository, with the files that it names.
     *
     * @param root the repository's folder
     * @param stack the stack's name
     * @throws UncheckedIOException if there is no such template
     * @throws IllegalStateException if the stack cannot be made; the message says why
     * @throws dev.stoker.local.account.AwsError if the template or its parameters are refused
     */
    public Stack deployTemplate(Path root, String stack, Map<String, String> parameters) {
        Path folder = root.resolve("infra");
        try {
            String template = Files.readString(folder.resolve("template.yaml"));
            return deploy(StackRequest.of(stack, template, folder, parameters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a stack and waits until it is there.
     *
     * @throws IllegalStateException if it cannot be made; the message says why
     * @throws dev.stoker.local.account.AwsError if the request is refused
     */
    public Stack deploy(StackRequest request) {
        Stack stack = call(() -> services.stacks().create(request));
        await(settled(stack));
        if (!stack.status().equals("CREATE_COMPLETE")) {
            throw new IllegalStateException("stack " + stack.name() + " was not created: " + stack.failures());
        }
        return stack;
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
     * @return completes when it has ended, well or not; fails with a AwsError if it is refused
     */
    public CompletableFuture<ExecutionResult> run(String stateMachineArn, String input) {
        CompletableFuture<ExecutionResult> ended = new CompletableFuture<>();
        timeline.post(() -> {
            try {
                services.stepFunctions().startSyncExecution(stateMachineArn, null, input, ended::complete);
            } catch (RuntimeException refused) {
                ended.completeExceptionally(refused);
            }
        });
        return ended;
    }

    /** Invokes a function; completes with the outcome, whatever it is. */
    public CompletableFuture<InvokeOutcome> invoke(InvokeRequest request) {
        CompletableFuture<InvokeOutcome> done = new CompletableFuture<>();
        timeline.post(() -> services.lambda().invoke(request, done::complete));
        return done;
    }

    /** Asks the services something within an event, and waits for the answer. Not to be called from an event. */
    public <T> T call(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        timeline.post(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
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
        if (server != null) {
            server.close();
        }
        if (timeline instanceof WallTimeline wall) {
            wall.close();
        }
        services.lambda().close();
    }
}
