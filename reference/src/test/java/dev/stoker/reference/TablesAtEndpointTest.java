// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same tables on the Step Functions at STOKER_ENDPOINT_URL, such as a LocalStack's. */
@EnabledIfEnvironmentVariable(
        named = "STOKER_ENDPOINT_URL",
        matches = ".+",
        disabledReason = "STOKER_ENDPOINT_URL is not set: there is no endpoint to ask")
final class TablesAtEndpointTest {

    private static final int LONGEST = 400;

    @Test
    void the_endpoint_gives_what_the_tables_say_but_for_the_rows_that_say_otherwise() {
        Map<String, List<Question>> kinds = TablesTest.questions().stream()
                .collect(Collectors.groupingBy(RowsMachine::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> faults = new ArrayList<>();
        int others = 0;
        try (StepFunctionsEndpoint endpoint = new StepFunctionsEndpoint(System.getenv("STOKER_ENDPOINT_URL"))) {
            boolean localStack = endpoint.isLocalStack();
            for (List<Question> rows : kinds.values()) {
                List<Outcome> outcomes = RowsMachine.of(rows.get(0), endpoint).run(rows);
                for (int i = 0; i < rows.size(); i++) {
                    boolean mayDiffer = localStack && rows.get(i).localStack() != null;
                    others += mayDiffer ? 1 : 0;
                    if (isMet(rows.get(i), outcomes.get(i)) == mayDiffer) {
                        faults.add(fault(rows.get(i), outcomes.get(i), mayDiffer));
                    }
                }
            }
            System.out.println("tables: " + TablesTest.TABLES + ", on " + (localStack ? "LocalStack" : "the endpoint")
                    + ": " + faults.size() + " wrong, and " + others + " differ as their rows say");
        }
        assertThat(faults).isEmpty();
    }

    /** Endpoints have words of their own for errors. */
    private static boolean isMet(Question row, Outcome outcome) {
        return row.expected().isError() ? outcome.isError() : row.isMetBy(outcome);
    }

    private static String fault(Question row, Outcome outcome, boolean mayDiffer) {
        String text = row + (mayDiffer ? " is as everywhere, though its row says it differs" : "") + ": must give "
                + row.expected() + ", gave " + outcome;
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
