// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that readers have to read twice do not occur in the documents, the deployed files, the help and the main code. */
class PlainWordsTest {

    /** Each word with the plain one to use instead. */
    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("told", "reported, said"),
            Map.entry("hears?", "receives"),
            Map.entry("one's own", "your own"),
            Map.entry("made up", "generated"),
            Map.entry("gathers?", "collects"),
            Map.entry("anew", "again"),
            Map.entry("pass(?:es|ed)? over", "ignore, skip"),
            Map.entry("hence", "so"),
            Map.entry("in plain sight", "visibly"),
            Map.entry("to its word", "checks it"),
            Map.entry("rules of the house", "rules")));

    private static final Pattern ANY = Pattern.compile("\\b(?:" + String.join("|", WORDS.keySet()) + ")\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*");
    private static final Pattern NAME = Pattern.compile("(?<![\"\\w])(?:told|asked)(?=[ ;,.)(=])");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"");

    @Test
    void documents_and_deployed_files_use_plain_words() throws IOException {
        List<Path> files = files("", ".md");
        files.addAll(files("statemachine", ".states.yaml"));
        files.addAll(files("statemachine", ".asl.yaml"));
        files.addAll(files("examples", ".yaml"));
        files.add(Repository.path("infra/template.yaml"));

        assertThat(files).hasSizeGreaterThan(30);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            find(file.toString(), Files.readString(file), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void comments_of_the_main_code_use_plain_words_and_names_are_nouns_or_verbs_of_the_field() {
        List<String> found = new ArrayList<>();
        for (String module : Repository.modules()) {
            for (Repository.Source source : Repository.sources(module, "main")) {
                String where = source.packageName() + "." + source.simpleName();
                String comments = COMMENT.matcher(source.text())
                        .results()
                        .map(MatchResult::group)
                        .reduce("", (all, comment) -> all + comment + "\n");
                find(where, comments.replaceAll("\\n\\s*\\* ?", " "), found);
                String code = TEXT.matcher(COMMENT.matcher(source.text()).replaceAll(""))
                        .replaceAll("");
                NAME.matcher(code).results().forEach(name -> found.add(where + ": a name " + name.group()));
            }
        }
        assertThat(found).isEmpty();
    }

    private static void find(String where, String text, List<String> found) {
        ANY.matcher(text).results().forEach(match -> {
            String word = match.group();
            String plain = WORDS.entrySet().stream()
                    .filter(entry -> word.matches(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            found.add(where + ": \"" + word + "\", write for example: " + plain);
        });
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Repository.path(folder))) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> Stream.of("target", "node_modules", ".git")
                            .noneMatch(name -> file.toString().contains("/" + name + "/")))
                    .toList());
        }
    }
}
