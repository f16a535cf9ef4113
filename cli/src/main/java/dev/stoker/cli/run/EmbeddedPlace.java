// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.Optional;

/** Runs cycles on the embedded AWS of this process, with method calls instead of HTTP. */
public record EmbeddedPlace(LocalAws aws) implements CyclePlace {
    /** The result of an execution on the embedded AWS, as a cycle's. */
    public static Execution execution(ExecutionResult end, String region) {
        return new Execution(
                end.status().name(),
                end.output().orElse(""),
                end.error().orElse(""),
                end.cause().orElse(""),
                region);
    }

    @Override
    public AwsPlace place() {
        return StateMachineArn.parse(aws.keepWarm()).orElseThrow().place();
    }

    @Override
    public boolean lacks(FunctionName function) {
        return aws.memoryMegabytes(function.text()).isEmpty();
    }

    @Override
    public Execution run(CycleInput input) {
        return execution(aws.run(input.text()), aws.region());
    }

    @Override
    public Optional<FunctionSize> findSize(String function) {
        return aws.memoryMegabytes(function).map(memory -> new FunctionSize(memory, Architecture.X86_64));
    }

    @Override
    public Optional<ConcurrencyLimit> findLimit(String function) {
        return Optional.of(new ConcurrencyLimit(aws.accountConcurrency(), false));
    }

    @Override
    public void close() {
        // the code that started it also ends it
    }
}
