// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Expression.QueryFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The test suite of the reference implementation, which is not part of this repository. STOKER_JSONATA_SUITE names the
 * folder {@code test/test-suite} of jsonata-js 2.0.6.
 */
@EnabledIfEnvironmentVariable(
        named = "STOKER_JSONATA_SUITE",
        matches = ".+",
        disabledReason = "STOKER_JSONATA_SUITE does not name the folder test/test-suite of jsonata-js 2.0.6")
final class ConformanceTest {

    private static final int CASES = 1625;

    /** A line for each case that differs: its name, a tab, and what it is about. */
    private static final Path DIFFERENCES =
            Path.of(System.getProperty("stoker.root", ".."), "local/src/test/resources/jsonata-suite-differences.txt");

    private final ExpressionCompiler compiler = new ExpressionCompiler(() -> 1_795_360_868_679L, new Random(7));

    @Test
    void what_differs_from_the_reference_is_what_is_named() throws IOException {
        List<SuiteCase> all = SuiteCase.all();
        List<String> differences = new ArrayList<>();
        for (SuiteCase each : all) {
            if (!each.expects(outcome(each))) {
                differences.add(each.name());
            }
        }

        List<String> named = Files.readAllLines(DIFFERENCES).stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        assertThat(all).hasSize(CASES);
        assertThat(differences).isEqualTo(named);
    }

    private String outcome(SuiteCase each) {
        try {
            Object value = compiler.compile(each.expression())
                    .query(each.bindings()::get)
                    .evaluate(each.input());
            return value == null ? "undefined" : Json.text(value);
        } catch (QueryFailed e) {
            return "error " + e.getMessage();
        } catch (Json.Unsupported e) {
            return "unsupported " + e.getMessage();
        }
    }
}
