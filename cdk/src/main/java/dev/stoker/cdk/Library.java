// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.RuntimeFamily;

/**
 * Stoker's library as a layer of the user's own stack, since a function cannot wait for the layer of a nested stack that names the function. The layers
 * are those of the template, and handlers and layers are as docs/layer.md has them.
 */
enum Library {
    JAVA(RuntimeFamily.JAVA, "stoker-layer.zip", "dev.stoker.warmable.WarmableHandler::handleRequest"),
    PYTHON(RuntimeFamily.PYTHON, "stoker-layer-python.zip", "stoker_warmable.handler"),
    NODEJS(RuntimeFamily.NODEJS, "stoker-layer-nodejs.zip", "/opt/nodejs/node_modules/stoker-warmable/lambda.handler");

    private static final String VARIABLE = "STOKER_HANDLER";

    private final RuntimeFamily family;
    private final String zip;
    private final String handler;

    Library(RuntimeFamily family, String zip, String handler) {
        this.family = family;
        this.zip = zip;
        this.handler = handler;
    }

    /**
     * Adds the layer, sets Stoker's handler, and names the former one in STOKER_HANDLER. Does nothing if the handler is Stoker's already.
     *
     * @throws IllegalArgumentException if the runtime has no library
     */
    static void addTo(Function function) {
        Library library = Stream.of(values())
                .filter(one -> one.family == function.getRuntime().getFamily())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Warming: Stoker has a library for Java, Python and Node.js, got " + function.getRuntime()
                                + ". Implement docs/protocol.md, or keep it warm without proof."));
        CfnFunction resource = (CfnFunction) function.getNode().getDefaultChild();
        String former = Optional.ofNullable(resource)
                .map(CfnFunction::getHandler)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Warming: the function " + function.getNode().getPath() + " must have a handler. Set one."));
        if (former.equals(library.handler)) {
            return;
        }
        function.addLayers(library.layerOf(Stack.of(function)));
        function.addEnvironment(VARIABLE, former);
        resource.setHandler(library.handler);
    }

    /** One for all functions of a stack. */
    private LayerVersion layerOf(Stack stack) {
        String id = "StokerLibrary" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        return stack.getNode().tryFindChild(id) instanceof LayerVersion there
                ? there
                : LayerVersion.Builder.create(stack, id)
                        .description("Answers Stoker's warm events")
                        .code(Code.fromAsset(Assets.extract(zip).toString()))
                        .build();
    }
}
