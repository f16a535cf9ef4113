// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.deploy.parameters.Artefact;
import dev.stoker.cli.deploy.parameters.StokerTemplate;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Uploads the files that a stack uses, and the template that names them there. */
final class StoredFiles {
    private static final String TEMPLATE = "template.yaml";

    private final StokerTemplate template;
    private final FileBucket bucket;
    private final Map<String, byte[]> byKey = new HashMap<>();
    private final String templateKey;

    /**
     * Reads the files.
     *
     * @param values of the template's parameters, which say what the stack uses
     * @throws Failure if one is missing
     */
    StoredFiles(StokerTemplate template, FileBucket bucket, Map<String, String> values) {
        this.template = template;
        this.bucket = bucket;
        byte[] text = this.template.with(artefact -> place(artefact, values)).getBytes(StandardCharsets.UTF_8);
        this.templateKey = bucket.key(TEMPLATE, text);
        byKey.put(templateKey, text);
    }

    private String place(Artefact artefact, Map<String, String> values) {
        String name = artefact.file().getFileName().toString();
        if (!artefact.isUsedWith(values)) {
            return bucket.unused(name);
        }
        try {
            byte[] content = Files.readAllBytes(artefact.file());
            String key = bucket.key(name, content);
            byKey.put(key, content);
            return bucket.address(key);
        } catch (IOException missing) {
            throw new Failure(
                            ExitCode.FAILED,
                            "Stoker.NotBuilt",
                            "The template names " + artefact.file()
                                    + ", which is missing or cannot be read. In a clone, build it with mvn -DskipTests package. If this"
                                    + " is a release, unpack the archive again.")
                    .causedBy(missing);
        }
    }

    /** Their number. */
    int number() {
        return byKey.size();
    }

    /** Uploads those that are not there yet. */
    void upload() {
        bucket.prepare();
        Set<String> there = bucket.files().keySet();
        byKey.forEach((key, content) -> {
            if (!there.contains(key)) {
                bucket.upload(key, content);
            }
        });
    }

    /** The key of the template in the bucket. */
    String templateKey() {
        return templateKey;
    }
}
