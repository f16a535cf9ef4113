// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/**
 * The template and the files that it deploys, uploaded by the CDK. The template of this jar names local files, as {@code
 * sam} wants them; here each becomes an S3 location from parameters. Nothing else of the template is changed.
 */
final class Assets {

    /** The local files of the template, and what they are called here. No file of the sample is uploaded: it is never deployed. */
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "../statemachine/target/keep-warm.asl.json", "keep-warm.asl.json",
            "../statemachine/target/fan-out.asl.json", "fan-out.asl.json",
            "../functions/layer/target/stoker-layer.zip", "stoker-layer.zip",
            "../functions/layer/target/stoker-layer-python.zip", "stoker-layer-python.zip",
            "../functions/layer/target/stoker-layer-nodejs.zip", "stoker-layer-nodejs.zip"));

    private static final String SAMPLE = "../functions/sample/target/sample.jar";

    private final Construct scope;
    private final Map<String, String> parameters = new TreeMap<>();
    private final String templateUrl;

    Assets(Construct scope) {
        this.scope = scope;
        String text = resource("template.yaml");
        StringBuilder declared = new StringBuilder("Parameters:\n");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Asset asset = upload(file.getValue());
            String name = parameterName(file.getValue());
            parameters.put(name + "Bucket", asset.getS3BucketName());
            parameters.put(name + "Key", asset.getS3ObjectKey());
            declared.append("  ").append(name).append("Bucket: {Type: String}\n");
            declared.append("  ").append(name).append("Key: {Type: String}\n");
            text = replace(text, file.getKey(), location(name));
        }
        text = replace(text, SAMPLE, location(parameterName("keep-warm.asl.json")));
        text = replace(text, "\nParameters:\n", "\n" + declared);
        templateUrl = asset("Template", write("stoker.template.yaml", text)).getHttpUrl();
    }

    /** The URL of the uploaded template. */
    String templateUrl() {
        return templateUrl;
    }

    /** The parameters that name the other uploaded files. */
    Map<String, String> parameters() {
        return parameters;
    }

    private Asset upload(String file) {
        return asset(parameterName(file), extract(file));
    }

    private Asset asset(String id, Path file) {
        return Asset.Builder.create(scope, id).path(file.toString()).build();
    }

    private static String location(String name) {
        return "{Bucket: !Ref " + name + "Bucket, Key: !Ref " + name + "Key}";
    }

    /** {@code keep-warm.asl.json} becomes {@code KeepWarmAslJson}: a parameter's name has letters and digits only. */
    private static String parameterName(String file) {
        StringBuilder name = new StringBuilder();
        for (String word : file.split("[^a-z]", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static String replace(String template, String part, String by) {
        if (!template.contains(part)) {
            throw new IllegalStateException("Stoker's template does not contain " + part.strip()
                    + ". The template and this construct are of different versions.");
        }
        return template.replace(part, by);
    }

    /** A file of this jar, in a temporary folder, since the CDK uploads files. */
    static Path extract(String file) {
        try (InputStream stream = open(file)) {
            Path path = folder().resolve(file);
            Files.copy(stream, path);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(String file, String text) {
        try {
            return Files.writeString(folder().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("stoker-cdk");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static String resource(String file) {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = Assets.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IOException("stoker-cdk was built without " + file
                    + ". Run mvn package in the root of Stoker's repository, and build it again.");
        }
        return stream;
    }
}
