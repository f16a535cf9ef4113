// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.StateMachine.Definition;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reads definitions, and reports all problems of a definition that AWS would reject. */
public final class DefinitionReader {

    /** Source: Step Functions developer guide, "Service quotas": maximum size of a definition. */
    private static final int MOST_BYTES = 1_048_576;

    private final ExpressionCompiler compiler;
    private final TaskCatalogue services;

    public DefinitionReader(ExpressionCompiler compiler, TaskCatalogue services) {
        this.compiler = compiler;
        this.services = services;
    }

    /**
     * Reads a definition.
     *
     * @param type of the state machine: Express has less
     * @throws AwsError InvalidDefinition, with all problems
     */
    public Definition read(String text, StateMachineType type) {
        DefinitionProblems problems = new DefinitionProblems();
        Optional<Definition> definition = read(text, type, problems);
        problems.throwIfAny();
        return definition.orElseThrow();
    }

    /** The problems of the definition of a state machine of this type; empty if it is valid. */
    public List<Problem> problems(String text, StateMachineType type) {
        DefinitionProblems problems = new DefinitionProblems();
        read(text, type, problems);
        return problems.found();
    }

    private Optional<Definition> read(String text, StateMachineType type, DefinitionProblems problems) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            problems.add(Problem.SCHEMA, "A definition must be at most " + MOST_BYTES + " bytes", "");
            return Optional.empty();
        }
        Object value;
        try {
            value = Json.parseStrictly(text);
        } catch (Json.MalformedJson e) {
            problems.add(Problem.NOT_JSON, String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
        if (!(value instanceof JsonObject object)) {
            problems.add(Problem.SCHEMA, "Definition must be a valid JSON object", "");
            return Optional.empty();
        }
        return Optional.of(read(text, object, type, problems));
    }

    private Definition read(String text, JsonObject object, StateMachineType type, DefinitionProblems problems) {
        Fields fields = new Fields(object, "", problems);
        boolean jsonata = isJsonata(fields);
        requireVersion(fields);
        long timeoutMillis = timeoutMillis(fields);
        StateGraph graph = new GraphReader(compiler, services, problems, new Machine(type, jsonata)).read(fields);
        return new Definition(text, graph, timeoutMillis);
    }

    /** Whether the QueryLanguage of the definition is JSONata; the default is JSONPath. */
    private static boolean isJsonata(Fields fields) {
        String language = fields.string("QueryLanguage").orElse("JSONPath");
        if (!language.equals("JSONata") && !language.equals("JSONPath")) {
            fields.problem(
                    "QueryLanguage",
                    "The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata], but was '"
                            + language + "'");
        }
        return language.equals("JSONata");
    }

    private static void requireVersion(Fields fields) {
        if (!fields.string("Version").orElse("1.0").equals("1.0")) {
            fields.problem("Version", "The field 'Version' must be \"1.0\"");
        }
    }

    private static long timeoutMillis(Fields fields) {
        Object seconds = fields.value("TimeoutSeconds");
        if (seconds == null) {
            return Definition.NO_TIMEOUT;
        }
        if (!WholeNumber.fits(seconds, 1)) {
            fields.problem(
                    "TimeoutSeconds",
                    "The field 'TimeoutSeconds' must be a whole number from 1 to " + WholeNumber.MOST + ", but was "
                            + Json.text(seconds));
            return Definition.NO_TIMEOUT;
        }
        return 1_000L * (Integer) seconds;
    }

    /**
     * The settings that all states of a definition share.
     *
     * @param type of the state machine
     * @param jsonata whether states use JSONata if they have no QueryLanguage
     */
    record Machine(StateMachineType type, boolean jsonata) {}

    /**
     * A problem of a definition: a diagnostic of ValidateStateMachineDefinition.
     *
     * @param code such as SCHEMA_VALIDATION_FAILED
     * @param message the problem
     * @param path its place, such as /States/Send/Next
     */
    public record Problem(String code, String message, String path) {

        static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";
        static final String TRANSITION = "MISSING_TRANSITION_TARGET";
        static final String DUPLICATE = "DUPLICATE_STATE_NAME";

        /**
         * Source: CreateStateMachine in us-east-1, which returns this for invalid JSONata, and for $$ (floci-io/floci
         * issue 2745).
         */
        static final String JSONATA = "INVALID_JSONATA_EXPRESSION";

        static final String NOT_JSON = "INVALID_JSON_DESCRIPTION";

        @Override
        public String toString() {
            return code + ": " + message + (path.isEmpty() ? "" : " at " + path);
        }
    }
}
