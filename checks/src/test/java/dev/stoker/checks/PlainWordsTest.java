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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words that readers have to read twice do not occur in the documents, the deployed files, the help, the errors, and the comments
 * and names of all code.
 */
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
            Map.entry("(?:[Ss]omebody|[Nn]obody|[Aa]nybody|[Ww]hoever)", "a user, no user, another process"),
            Map.entry("(?<![#.])meanwhile", "during this time"),
            Map.entry("(?:Write|Give) (?:one|it) such as", "For example:"),
            Map.entry("must be such as", "must be a ... For example,"),
            Map.entry("speaks? (?:not )?against", "contradict"),
            Map.entry("for want of", "because there are too few"),
            Map.entry("left cold", "had cold starts"),
            Map.entry("is taken to", "the estimate assumes that"),
            Map.entry("(?:is|was|be) said", "the message, the text"),
            Map.entry("after a question", "asks for confirmation"),
            Map.entry("lately", "recently"),
            Map.entry("ctrl-[Cc]", "Ctrl-C"),
            Map.entry("(?:un)?(?:behaviour|recognis|initialis)\\w*", "the American spelling"),
            Map.entry("rules of the house", "rules")));

    /** The protocol has this word: a vector says whom an event reaches. */
    private static final String REACHES = "`nobody`";

    private static final Pattern ANY = Pattern.compile("\\b(?:" + String.join("|", WORDS.keySet()) + ")\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*");
    private static final Pattern NAME = Pattern.compile("(?<![\"\\w])(?i:told|asked)(?=[ ;,.)(={])");

    /** A name with one of these words between underscores, as tests have them. */
    private static final Pattern LONG_NAME =
            Pattern.compile("\\b(?:[a-zA-Z0-9]+_)*(?:told|hears?|gathers?|anew|hence|lately|somebody"
                    + "|nobody|anybody|whoever|behaviour)(?:_[a-zA-Z0-9]+)*\\b");

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"");

    /** A text may contain what looks like a comment, such as the two slashes of a URL. */
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("(\"(?:\\\\.|[^\"\\\\\\n])*\")|" + COMMENT);

    /** Between the parts of a text that is too long for one line. */
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

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
            find(file.toString(), Files.readString(file).replace(REACHES, ""), found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void comments_of_all_code_use_plain_words() {
        List<String> found = new ArrayList<>();
        for (String module : Repository.modules()) {
            for (Repository.Source source : Repository.sources(module)) {
                String comments = COMMENT_OR_TEXT
                        .matcher(source.text())
                        .results()
                        .filter(part -> part.group(1) == null)
                        .map(MatchResult::group)
                        .reduce("", (all, comment) -> all + comment + "\n");
                find(where(source), comments.replaceAll("\\n\\s*\\* ?", " "), found);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void texts_of_the_main_code_use_plain_words() {
        List<String> found = new ArrayList<>();
        for (String module : Repository.modules()) {
            for (Repository.Source source : Repository.sources(module, "main")) {
                String texts = TEXT.matcher(
                                JOINT.matcher(withoutComments(source)).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .reduce("", (all, text) -> all + text + "\n");
                find(where(source), texts, found);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void names_in_main_code_and_tests_are_nouns_or_verbs_of_the_field() {
        List<String> found = new ArrayList<>();
        for (String module : Repository.modules()) {
            for (Repository.Source source : Repository.sources(module)) {
                NAME.matcher(TEXT.matcher(withoutComments(source)).replaceAll(""))
                        .results()
                        .forEach(name -> found.add(where(source) + ": a name " + name.group()));
                LONG_NAME
                        .matcher(source.code())
                        .results()
                        .forEach(name -> found.add(where(source) + ": the name " + name.group()));
            }
        }
        assertThat(found).isEmpty();
    }

    private static String where(Repository.Source source) {
        return source.packageName() + "." + source.simpleName();
    }

    private static String withoutComments(Repository.Source source) {
        return COMMENT_OR_TEXT
                .matcher(source.text())
                .replaceAll(part -> part.group(1) == null ? "" : Matcher.quoteReplacement(part.group(1)));
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
