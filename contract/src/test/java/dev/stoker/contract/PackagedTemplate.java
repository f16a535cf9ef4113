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
 * infra/template.yaml as {@code sam package} would hand it to CloudFormation: its local files are in a bucket, and nothing else
 * of it is changed.
 *
 * <p>The text is rewritten, not the parsed document, so that {@code !Sub} and its like survive.
 */
final class PackagedTemplate {
    private static final Pattern LOCAL_FILE =
            Pattern.compile("(?m)^( *(?:CodeUri|ContentUri|DefinitionUri): )([^\\s!{]+)(\\s*(?:#.*)?)$");

    private PackagedTemplate() {}

    /** Uploads each file that the template names, and gives the text that names the uploaded ones. */
    static String of(Path template, Bucket bucket) {
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
