// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Layer;

/** The classes that a function can load, its layers' last, in the order of AWS's Java runtime; downloaded when first asked. */
final class DeployedCode {
    private final AwsClients clients;
    private final LambdaClient lambda;
    private final Target target;
    private final List<PackagedClasses> packages = new ArrayList<>();
    private boolean withLayers;

    DeployedCode(AwsClients clients, LambdaClient lambda, Target target) {
        this.clients = clients;
        this.lambda = lambda;
        this.target = target;
    }

    /**
     * Where a class is: the function's own package, or its layers.
     *
     * @throws Failure if the code cannot be looked at
     */
    Optional<String> placeOf(String name) {
        if (own().has(name)) {
            return Optional.of("its package");
        }
        return all().stream().anyMatch(one -> one.has(name)) ? Optional.of("a layer") : Optional.empty();
    }

    /**
     * Whether a class is another or inherits from it.
     *
     * @throws Failure if the code cannot be looked at
     */
    boolean inherits(String name, String ancestor) {
        Optional<String> at = Optional.of(name);
        // As many steps as no real class has ancestors, for a package may hold any nonsense.
        for (int step = 0; step < 100 && at.isPresent(); step++) {
            if (at.get().equals(ancestor)) {
                return true;
            }
            at = superOf(at.get());
        }
        return false;
    }

    private Optional<String> superOf(String name) {
        Optional<String> here = own().superOf(name);
        return here.isPresent()
                ? here
                : all().stream().flatMap(one -> one.superOf(name).stream()).findFirst();
    }

    private PackagedClasses own() {
        if (packages.isEmpty()) {
            String version = target.configuration().version();
            packages.add(read(
                    AwsCall.reading("lambda:GetFunction", target.bareArn()),
                    () -> lambda.getFunction(ask -> ask.functionName(target.bareArn())
                                    .qualifier("$LATEST".equals(version) ? null : version))
                            .code()
                            .location(),
                    "lib/"));
        }
        return packages.get(0);
    }

    private List<PackagedClasses> all() {
        own();
        if (!withLayers) {
            for (Layer layer : target.configuration().layers()) {
                packages.add(read(
                        AwsCall.reading("lambda:GetLayerVersion", layer.arn()),
                        () -> lambda.getLayerVersionByArn(ask -> ask.arn(layer.arn()))
                                .content()
                                .location(),
                        "java/lib/"));
            }
            withLayers = true;
        }
        return packages;
    }

    private PackagedClasses read(AwsCall call, Supplier<String> location, String jars) {
        return call.make(() -> clients.download(URI.create(location.get()), body -> PackagedClasses.read(body, jars)));
    }
}
