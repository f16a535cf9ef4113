// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * infra/template.yaml as {@code sam package} prepares it for CloudFormation: local files are uploaded to a bucket, and
 * nothing else changes.
 *
 * <p>It changes the text and not the parsed document, so that {@code !Sub} and similar tags stay.
 */
final class PackagedTemplate {
    private static final Pattern LOCAL_FILE =
            Pattern.compile("(?m)^( *(?:CodeUri|ContentUri|DefinitionUri): )([^\\s!{]+)(\\s*(?:#.*)?)$");

    private PackagedTemplate() {}

    /**
     * Uploads each file that the template names.
     *
     * @return the text with the uploaded files
     */
    static String upload(Path template, Bucket bucket) {
        return rewrite(read(template), file -> {
            Path local = template.resolveSibling(file).normalize();
            if (!Files.isRegularFile(local)) {
                throw new IllegalStateException(
                        template + ": names " + file + ", and there is no " + local + ". Run mvn package first.");
            }
            return "s3://" + bucket.name() + "/" + bucket.put(local);
        });
    }

    static String rewrite(String template, UnaryOperator<String> upload) {
        return LOCAL_FILE
                .matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + upload.apply(found.group(2)) + found.group(3)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
