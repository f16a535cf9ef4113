// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository. */
final class Repository {

    private static final Path ROOT = Path.of(System.getProperty("stoker.root"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern OWN_DEPENDENCY =
            Pattern.compile("<groupId>dev\\.stoker</groupId>\\s*<artifactId>(stoker-(?!parent)[a-z-]+)</artifactId>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static Path path(String path) {
        return ROOT.resolve(path);
    }

    /** The modules in the order of the root POM, e.g. {@code functions/warmable}. */
    static List<String> modules() {
        return all(MODULE, text("pom.xml"));
    }

    /** The artifacts of this project that each module uses, in the order of the root POM. */
    static Map<String, List<String>> dependenciesByArtifact() {
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        for (String module : modules()) {
            String pom = text(module + "/pom.xml");
            dependencies.put(all(ARTIFACT, pom).get(0), all(OWN_DEPENDENCY, pom));
        }
        return dependencies;
    }

    /** The folder with the compiled main classes of a module, or with its tests if it has no main classes. */
    static Path classes(String module) {
        Path folder = ROOT.resolve(module);
        boolean hasMain = Files.isDirectory(folder.resolve("src/main/java"));
        return folder.resolve(hasMain ? "target/classes" : "target/test-classes");
    }

    /**
     * The packages of a module's main sources, or of its tests if it has no main sources, such as
     * {@code dev.stoker.cli.run}.
     */
    static List<String> packages(String module) {
        Path main = ROOT.resolve(module).resolve("src/main/java");
        Path sources = Files.isDirectory(main) ? main : ROOT.resolve(module).resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return List.of(); // a module that only packs what others have made
        }
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources of a module, main and tests. */
    static List<Source> sources(String module) {
        return Stream.of("main", "test")
                .flatMap(kind -> sources(module, kind).stream())
                .toList();
    }

    /** The Java sources of a module of one kind, main or test. */
    static List<Source> sources(String module, String kind) {
        Path folder = ROOT.resolve(module).resolve("src").resolve(kind).resolve("java");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> Source.read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The types of the embedded AWS that other modules may use, according to ARCHITECTURE.md. */
    static List<String> frontDoorOnTheMap() {
        String map = text("ARCHITECTURE.md");
        String section = map.substring(map.indexOf("## The front door")).split("\n## ", 2)[0];
        return all(Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|"), section);
    }

    /**
     * A source file.
     *
     * @param packageName such as {@code dev.stoker.cli.run}
     * @param simpleName the name of its main type
     * @param text the whole text
     */
    record Source(String packageName, String simpleName, String text) {
        private static final Pattern NO_CODE = Pattern.compile(
                "'(?:\\\\.|[^'\\\\])'|\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|/\\*[\\s\\S]*?\\*/|//[^\\n]*");
        private static final Pattern TYPE =
                Pattern.compile("(?m)^\\s*(?:(?:public|private|protected|static|final|abstract"
                        + "|sealed|non-sealed) +)*(?:class|@?interface|record|enum) +([A-Z]\\w*)(?=[\\s<({])");

        /** The text without comments and without the text within quotes. */
        String code() {
            return NO_CODE.matcher(text).replaceAll("");
        }

        /** The simple names of the types that it declares, including nested ones. */
        List<String> types() {
            return all(TYPE, code());
        }

        private static Source read(Path folder, Path file) {
            try {
                return new Source(
                        folder.relativize(file.getParent()).toString().replace('/', '.'),
                        file.getFileName().toString().replace(".java", ""),
                        Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
