// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.contestant;

import dev.stoker.cli.bench.contestant.Kit.Part;
import dev.stoker.cli.local.Clone;
import dev.stoker.local.lambda.runtime.Runtimes.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the functions of each contestant. */
public final class Kits {
    private static final List<String> NODES = List.of("nodejs24.x", "nodejs22.x", "nodejs20.x", "nodejs18.x");
    private static final String APP = "app.handler";

    private final Workshop workshop;

    /** Takes packages from this folder. */
    public Kits(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * The functions of a contestant.
     *
     * @throws AbsentException if it cannot run here
     */
    public Kit of(Contestant contestant) {
        return switch (contestant) {
            case LAMBDA_WARMER -> lambdaWarmer();
            case WARMUP -> warmup(Map.of());
            case WARMUP_25 -> warmup(Map.of("DELAY", "25"));
            case OPENNEXT -> openNext();
            case LAMBDA_WARMER_PY -> lambdaWarmerPy();
            case ZAPPA -> zappa();
            case TRICK -> trick();
            case STOKER -> stoker();
            case THUNDRA ->
                throw new AbsentException(
                        "Its warmer is a jar that was never in a registry, and its repository has been archived"
                                + " since July 2023. So it does not run here.");
        };
    }

    private Kit lambdaWarmer() {
        Bundle bundle = withSdk()
                .text("user.js", Workshop.own("user.js"))
                .text("app.js", Workshop.own("lambda-warmer.js"))
                .folder(
                        "node_modules/lambda-warmer/",
                        workshop.npm().resolve("node_modules/lambda-warmer"),
                        name -> true);
        return new Kit(
                node(bundle, APP, Map.of()),
                Optional.empty(),
                "{\"warmer\":true,\"concurrency\":$N}",
                says("concurrency: (\\d+)"));
    }

    private Kit warmup(Map<String, String> variables) {
        Bundle target = new Bundle().text("user.js", Workshop.own("user.js")).text("app.js", Workshop.own("warmup.js"));
        Bundle warmer = withSdk().file("index.mjs", workshop.npm().resolve("made/warmup/index.mjs"));
        return new Kit(
                node(target, APP, variables),
                Optional.of(node(warmer, "index.warmUp", Map.of("WARMUP_CONCURRENCY", "$N"))),
                "{}",
                says("with concurrency: (\\d+)[\\s\\S]*Warm Up Invoke Success"));
    }

    private Kit openNext() {
        Path npm = workshop.npm();
        Path parts = npm.resolve("opennext/package/dist");
        Bundle target = new Bundle()
                .text("user.js", Workshop.own("user.js"))
                .text("app.js", Workshop.own("opennext.js"))
                .file("aws-lambda.mjs", parts.resolve("overrides/wrappers/aws-lambda.js"))
                .file("util.mjs", parts.resolve("adapters/util.js"));
        Bundle warmer = withSdk()
                .file("index.mjs", npm.resolve("made/opennext/index.mjs"))
                .file("dummy.mjs", parts.resolve("overrides/converters/dummy.js"))
                .text("open-next.config.mjs", Workshop.own("open-next.config.mjs"));
        return new Kit(
                node(target, APP, Map.of()),
                Optional.of(node(
                        warmer,
                        "index.handler",
                        Map.of("WARM_PARAMS", "[{\"concurrency\":$N,\"function\":\"" + Kit.TARGET + "\"}]"))),
                "{}",
                says("uniqueServersWarmed: (\\d+)"));
    }

    private Kit lambdaWarmerPy() {
        Bundle bundle = new Bundle()
                .text("user.py", Workshop.own("user.py"))
                .text("app.py", Workshop.own("lambda_warmer.py"))
                .folder("", workshop.pypi(), Kits::isOfBoto3OrTheWarmer);
        return new Kit(
                python(bundle, APP),
                Optional.empty(),
                "{\"warmer\":true,\"concurrency\":$N}",
                says("'concurrency': (\\d+)"));
    }

    private Kit zappa() {
        Bundle bundle = new Bundle()
                .text("user.py", Workshop.own("user.py"))
                .text("app.py", Workshop.own("zappa_app.py"))
                .text("zappa_settings.py", Workshop.own("zappa_settings.py"))
                .folder("", workshop.pypi(), Kits::isNeeded);
        return new Kit(
                python(bundle, "zappa.handler.lambda_handler"),
                Optional.empty(),
                "{\"detail-type\":\"Scheduled Event\",\"resources\":[\"arn:aws:events:us-east-1:000000000000:rule/race-dev-zappa-keep-warm-handler.keep_warm_callback\"]}",
                Optional.empty());
    }

    private Kit trick() {
        return new Kit(
                python(
                        new Bundle().text("user.py", Workshop.own("user.py")).text("app.py", Workshop.own("trick.py")),
                        APP),
                Optional.empty(),
                "{\"warm\":true}",
                Optional.empty());
    }

    private Kit stoker() {
        Path library = Clone.root().resolve("functions/node");
        Bundle bundle = new Bundle().text("user.js", Workshop.own("user.js")).text("app.js", Workshop.own("stoker.js"));
        for (String file : List.of("index.js", "lambda.mjs", "package.json")) {
            bundle.file("node_modules/stoker-warmable/" + file, library.resolve(file));
        }
        return new Kit(
                node(bundle, "node_modules/stoker-warmable/lambda.handler", Map.of("STOKER_HANDLER", APP)),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /** AWS's own runtime for Node.js has the SDK; the embedded AWS has not. */
    private Bundle withSdk() {
        return new Bundle().folder("", workshop.npm().resolve("made/sdk"), name -> true);
    }

    /** AWS's own runtime for Python has boto3; here the package brings it. */
    private static boolean isOfBoto3OrTheWarmer(String name) {
        return isNeeded(name)
                && name.matches("(lambdawarmer|boto3|botocore|s3transfer|jmespath|dateutil|urllib3)/.*|six\\.py");
    }

    /** Of the descriptions of all AWS services, only Lambda's: the package stays below 50 MB. */
    private static boolean isNeeded(String name) {
        return !name.startsWith("botocore/data/")
                || name.startsWith("botocore/data/lambda/")
                || name.matches("botocore/data/[^/]+");
    }

    private static Part node(Bundle bundle, String handler, Map<String, String> variables) {
        return new Part(NODES, handler, bundle.code(), variables);
    }

    private Part python(Bundle bundle, String handler) {
        String interpreter = workshop.python();
        if (!Language.PYTHON.runtimes().contains(interpreter)) {
            throw new AbsentException("Lambda has no runtime " + interpreter + ".");
        }
        return new Part(List.of(interpreter), handler, bundle.code(), Map.of());
    }

    private static Optional<Pattern> says(String pattern) {
        return Optional.of(Pattern.compile(pattern));
    }
}
