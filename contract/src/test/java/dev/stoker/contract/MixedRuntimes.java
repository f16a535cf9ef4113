// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Class loaders for functions in Java, of which the suite makes hundreds of environments, and processes for the others. */
final class MixedRuntimes implements Runtimes {
    static final Kind KIND = timeline -> new MixedRuntimes(Kind.IN_JVM.on(timeline), Kind.PROCESS.on(timeline));

    private final Runtimes java;
    private final Runtimes others;

    private MixedRuntimes(Runtimes java, Runtimes others) {
        this.java = java;
        this.others = others;
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        return (spec.language() == Language.JAVA ? java : others).start(spec, events);
    }

    @Override
    public void prepare(@Nullable FunctionCode code, LayerStack layers) {
        java.prepare(code, layers);
    }

    @Override
    public Optional<String> refusal(String runtime) {
        return others.refusal(runtime);
    }

    @Override
    public void close() {
        try {
            java.close();
        } finally {
            others.close();
        }
    }
}
