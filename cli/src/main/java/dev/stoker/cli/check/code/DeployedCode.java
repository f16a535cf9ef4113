// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check.code;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.library.HandlerFile;
import dev.stoker.cli.output.Failure;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Layer;

/**
 * The files and the classes that a function can load, in the order of AWS's Java runtime: its package, then its layers. Each part is
 * downloaded only if the parts before it do not contain the class.
 *
 * <p>Every method throws a {@link Failure} if the code cannot be read.
 */
public final class DeployedCode {
    private final AwsClients clients;
    private final LambdaClient lambda;
    private final Target target;
    private final String method;
    private final List<PackagedClasses> read = new ArrayList<>();

    /**
     * The code of a function. Nothing is read yet.
     *
     * @param method the method for {@link #lacksMethod}
     */
    public DeployedCode(AwsClients clients, LambdaClient lambda, Target target, String method) {
        this.clients = clients;
        this.lambda = lambda;
        this.target = target;
        this.method = method;
    }

    /** Where a class is: in the function's package or in a layer. */
    public Optional<String> placeOf(String name) {
        for (int at = 0; at <= layers().size(); at++) {
            if (part(at).find(name).isPresent()) {
                return Optional.of(at == 0 ? "its package" : "a layer");
            }
        }
        return Optional.empty();
    }

    /** Where a file is: in the function's package or in a layer. */
    public Optional<String> placeOfFile(Predicate<String> file) {
        for (int at = 0; at <= layers().size(); at++) {
            if (part(at).code().files().stream().anyMatch(file)) {
                return Optional.of(at == 0 ? "its package" : "a layer");
            }
        }
        return Optional.empty();
    }

    /** What the package lacks for a handler; empty if it is there, as far as names of files tell. */
    public Optional<HandlerFile> missingIn(Language language, String handler) {
        return HandlerFile.of(language, part(0).code(), handler);
    }

    /** Whether a class is another or inherits from it. */
    public boolean inherits(String name, String ancestor) {
        return Lineage.of(name, this::find).stream().anyMatch(ancestor::equals);
    }

    /** Whether neither a class nor its ancestors can have the method. False if that cannot be determined. */
    public boolean lacksMethod(String name) {
        List<String> lineage = Lineage.of(name, this::find);
        boolean whole = lineage.get(lineage.size() - 1).equals("java.lang.Object");
        return whole
                && lineage.stream()
                        .limit(lineage.size() - 1L)
                        .map(one -> find(one).orElseThrow())
                        .noneMatch(head -> head.hasMethod() || head.hasInterfaces());
    }

    private Optional<ClassHead> find(String name) {
        for (int at = 0; at <= layers().size(); at++) {
            Optional<ClassHead> head = part(at).find(name);
            if (head.isPresent()) {
                return head;
            }
        }
        return Optional.empty();
    }

    private List<Layer> layers() {
        return target.configuration().layers();
    }

    /** The package for 0, then the layers. */
    private PackagedClasses part(int at) {
        while (read.size() <= at) {
            read.add(read.isEmpty() ? readPackage() : readLayer(layers().get(read.size() - 1)));
        }
        return read.get(at);
    }

    private PackagedClasses readPackage() {
        String version = target.configuration().version();
        return read(
                AwsCall.reading("lambda:GetFunction", target.bareArn()),
                () -> lambda.getFunction(ask -> ask.functionName(target.bareArn())
                                .qualifier("$LATEST".equals(version) ? null : version))
                        .code()
                        .location(),
                "lib/");
    }

    private PackagedClasses readLayer(Layer layer) {
        return read(
                AwsCall.reading("lambda:GetLayerVersion", layer.arn()),
                () -> lambda.getLayerVersionByArn(ask -> ask.arn(layer.arn()))
                        .content()
                        .location(),
                "java/lib/");
    }

    private PackagedClasses read(AwsCall call, Supplier<String> location, String jars) {
        return call.make(() -> clients.download(URI.create(location.get()), body -> classes(body, jars)));
    }

    private PackagedClasses classes(InputStream zip, String jars) throws IOException {
        try {
            return PackagedClasses.read(FunctionCode.of(zip.readAllBytes()), jars, method);
        } catch (IllegalArgumentException notAPackage) {
            throw new IOException(notAPackage.getMessage(), notAPackage);
        }
    }
}
