// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.Skip;
import dev.stoker.local.lambda.RealLambda;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import dev.stoker.local.lambda.code.RawZip;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome.Answered;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Lambda with a function in a language of this machine's interpreters. */
final class Interpreted implements AutoCloseable {
    private final RealLambda lambda = new RealLambda(LambdaSettings.with(Faults.none(1)), Runtimes.Kind.PROCESS);

    /** The newest runtime of a language that this machine can run; skips the test where there is none. */
    static String runtime(Language language) {
        Interpreters interpreters = Interpreters.ofThisMachine();
        List<String> there = language.runtimes().stream()
                .filter(runtime -> interpreters.find(runtime).isPresent())
                .toList();
        Skip.unless(
                !there.isEmpty(),
                "functions of " + language,
                "there is no interpreter on PATH for any of " + language.runtimes());
        return there.get(there.size() - 1);
    }

    /** Creates the function {@code f}. */
    void create(String runtime, String handler, RawZip code, RawZip... layers) {
        LayerStack stack = LayerStack.of(Stream.of(layers)
                .map(layer -> new LayerVersion("arn", FunctionCode.of(layer.bytes())))
                .toList());
        lambda.create(FunctionDefinition.of("f", runtime, handler, FunctionCode.of(code.bytes()))
                .withVariables(Map.of("GREETING", "hello"))
                .withMemoryMegabytes(512)
                .withTimeoutSeconds(60)
                .withLayers(stack));
    }

    Answered invoke(String event) {
        return lambda.invoke("f", event);
    }

    JsonNode answer(String event, String clientContext) {
        return RealLambda.json(lambda.invoke("f", event, clientContext).payload());
    }

    JsonNode answer(String event) {
        Answered answered = invoke(event);
        assertThat(answered.functionError()).as("%s", answered).isFalse();
        return RealLambda.json(answered.payload());
    }

    JsonNode error(String event) {
        Answered answered = invoke(event);
        assertThat(answered.functionError()).as("%s", answered).isTrue();
        return RealLambda.json(answered.payload());
    }

    @Override
    public void close() {
        lambda.close();
    }
}
