// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.reference.Comparison;
import dev.stoker.reference.NodeJsonata;
import dev.stoker.reference.Recorder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The embedded AWS in this JVM, by its wire protocols alone, so that the suite cannot tell it from another home.
 *
 * <p>Its environments are class loaders, since the suite makes hundreds; those that are processes have tests of their own in the
 * module {@code local}.
 */
final class EmbeddedHome implements Home {
    private static final long SEED = 1;

    private final UseCounter counter = new UseCounter();
    private final Recorder recorder = Recorder.ofAll();
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(SEED)
            .in(Runtimes.Kind.IN_JVM)
            .watchedBy(ExecutionObserver.both(counter, recorder), counter));
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

    /**
     * Evaluates on JSONata's reference implementation what the suite has evaluated here, and prints what came of it.
     *
     * @throws IllegalStateException if anything differs, or comes near the bounds of AWS's evaluator
     */
    void compareWithReference() {
        NodeJsonata reference = NodeJsonata.in(Path.of(System.getProperty("stoker.root")));
        if (reference.whyNot().isPresent()) {
            System.out.println("reference: skipped, since " + reference.whyNot().orElseThrow());
            return;
        }
        Comparison comparison = recorder.compareWith(reference);
        System.out.println("reference: contract suite: " + comparison);
        List<String> problems = Stream.of(comparison.differences(), comparison.outOfBounds())
                .flatMap(List::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    @Override
    public boolean isLocalStack() {
        return false;
    }

    @Override
    public String toString() {
        return "the embedded AWS";
    }

    @Override
    public void close() {
        aws.close();
        recorder.close();
    }
}
