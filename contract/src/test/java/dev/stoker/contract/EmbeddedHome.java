// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
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
 * The embedded AWS in this JVM, called only by its wire protocols, as any other place.
 *
 * <p>Its environments for Java are class loaders, because the suite creates hundreds. The module {@code local} has tests of
 * environments in processes.
 */
final class EmbeddedHome implements Home {
    private static final long SEED = 1;

    private final UseCounter counter = new UseCounter();
    private final Recorder recorder = Recorder.ofAll();
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(SEED)
            .in(MixedRuntimes.KIND)
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

    /** The use by the suite so far. */
    SuiteUse use() {
        return counter.use();
    }

    /**
     * Repeats the evaluations of the suite on JSONata's reference implementation, and prints the result.
     *
     * @throws IllegalStateException if a result differs, or if an evaluation comes close to AWS's limits
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
