// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.time.VirtualTimeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused when a state machine is created, and in which words. */
final class DefinitionTest {

    private static final String SYNC = "arn:aws:states:::aws-sdk:sfn:startSyncExecution";

    private final VirtualTimeline timeline = new VirtualTimeline(0);
    private final StepFunctions stepFunctions =
            TestStepFunctions.on(timeline, new ScriptedLambda(timeline).tasks(), ExecutionObserver.NONE);

    @Test
    void a_wait_waits_for_seconds_or_until_an_instant() {
        assertProblems(
                "'A':{'Type':'Wait','End':true}",
                "SCHEMA_VALIDATION_FAILED: A Wait state must have either 'Seconds' or 'Timestamp', and not both at"
                        + " /States/A/Seconds");
        assertProblems(
                "'A':{'Type':'Wait','Seconds':-1,'Timestamp':'2016-12-05 21:29:29Z','End':true}",
                "SCHEMA_VALIDATION_FAILED: The field 'Seconds' must be a whole number from 0 to 99999999, but was -1 at"
                        + " /States/A/Seconds",
                "SCHEMA_VALIDATION_FAILED: A Wait state must have either 'Seconds' or 'Timestamp', and not both at"
                        + " /States/A/Seconds",
                "SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/A/Timestamp");
        assertProblems(
                "'A':{'Type':'Wait','SecondsPath':'$.a','Seconds':1,'End':true}",
                "SCHEMA_VALIDATION_FAILED: The JSONPath field 'SecondsPath' is not supported with QueryLanguage 'JSONata'"
                        + " at /States/A/SecondsPath");
    }

    @Test
    void the_branches_of_a_parallel_are_read_as_graphs_of_states() {
        assertProblems(
                "'A':{'Type':'Parallel','Branches':[],'End':true}",
                "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Branches");
        assertProblems(
                "'A':{'Type':'Parallel','Branches':[{'StartAt':'B','States':{'B':{'Type':'Pass','Next':'A'}}}],'End':true}",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /States/A/Branches[0]/States/B");
        assertProblems(
                "'A':{'Type':'Pass','Assign':{'v':1},'Next':'P'},'P':{'Type':'Parallel','Branches':[{'StartAt':'B',"
                        + "'States':{'B':{'Type':'Pass','Assign':{'v':2},'End':true}}}],'End':true}",
                "SCHEMA_VALIDATION_FAILED: The variable 'v' is assigned in an outer scope already at"
                        + " /States/P/Branches[0]/States/B/Assign/v");
    }

    @Test
    void a_heartbeat_must_be_smaller_than_the_timeout() {
        assertProblems(
                "'A':{'Type':'Task','Resource':'" + SYNC + "','Arguments':{'StateMachineArn':'a'},'TimeoutSeconds':5,"
                        + "'HeartbeatSeconds':5,'End':true}",
                "SCHEMA_VALIDATION_FAILED: The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', but was 5"
                        + " and 5 at /States/A/HeartbeatSeconds");
    }

    @Test
    void what_standard_machines_have_on_aws_and_not_here_is_refused_for_that_reason() {
        for (String resource : List.of(
                "arn:aws:states:::states:startExecution.sync:2",
                "arn:aws:states:::lambda:invoke.waitForTaskToken",
                "arn:aws:states:us-east-1:123456789012:activity:a")) {
            String states = "'A':{'Type':'Task','Resource':'" + resource + "','End':true}";
            assertThat(stepFunctions.machines().validate(definition(states), "STANDARD"))
                    .as(resource)
                    .extracting(Problem::message)
                    .singleElement()
                    .asString()
                    .contains("not part of the embedded AWS")
                    .doesNotContain("Express");
        }
    }

    @Test
    void a_distributed_map_is_refused_by_name() {
        assertProblems(
                "'A':{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},"
                        + "'StartAt':'B','States':{'B':{'Type':'Succeed'}}},'End':true}",
                "SCHEMA_VALIDATION_FAILED: Express state machine does not support Distributed Map states. Use INLINE. at"
                        + " /States/A/ItemProcessor/ProcessorConfig/Mode");
    }

    @Test
    void an_unknown_type_is_refused() {
        assertProblems(
                "'A':{'Type':'Pas','End':true}",
                "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed,"
                        + " Fail, Choice, Parallel, Map], but was 'Pas' at /States/A/Type");
        assertProblems("'A':{'End':true}", "SCHEMA_VALIDATION_FAILED: These fields are required: [Type] at /States/A");
    }

    @Test
    void an_unknown_field_is_refused_wherever_it_stands() {
        assertProblems(
                "'A':{'Type':'Pass','Outputs':1,'Next':'C'},"
                        + "'C':{'Type':'Choice','Choices':[{'Condition':true,'Next':'T','And':[]}]},"
                        + "'T':{'Type':'Task','Resource':'" + SYNC + "','Arguments':{'StateMachineArn':'x'},"
                        + "'Retry':[{'ErrorEquals':['States.ALL'],'Interval':1}],"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'S','ResultPath':'$'}],'Next':'S'},"
                        + "'S':{'Type':'Succeed','Assign':{'a':1}}",
                "SCHEMA_VALIDATION_FAILED: Field 'Outputs' is not supported at /States/A/Outputs",
                "SCHEMA_VALIDATION_FAILED: Field 'And' is not supported at /States/C/Choices[0]/And",
                "SCHEMA_VALIDATION_FAILED: Field 'Interval' is not supported at /States/T/Retry[0]/Interval",
                "SCHEMA_VALIDATION_FAILED: The JSONPath field 'ResultPath' is not supported with QueryLanguage 'JSONata'"
                        + " at /States/T/Catch[0]/ResultPath",
                "SCHEMA_VALIDATION_FAILED: Field 'Assign' is not supported at /States/S/Assign");
    }

    @Test
    void fields_of_jsonpath_are_refused() {
        assertProblems(
                "'A':{'Type':'Pass','InputPath':'$','Parameters':{},'Result':1,'End':true}",
                "SCHEMA_VALIDATION_FAILED: The JSONPath field 'InputPath' is not supported with QueryLanguage 'JSONata' at"
                        + " /States/A/InputPath",
                "SCHEMA_VALIDATION_FAILED: The JSONPath field 'Parameters' is not supported with QueryLanguage 'JSONata'"
                        + " at /States/A/Parameters",
                "SCHEMA_VALIDATION_FAILED: The JSONPath field 'Result' is not supported with QueryLanguage 'JSONata' at"
                        + " /States/A/Result");
    }

    @Test
    void jsonpath_as_a_language_is_refused() {
        String jsonPath =
                "SCHEMA_VALIDATION_FAILED: JSONPath states are not part of the embedded AWS. Set \"QueryLanguage\":"
                        + " \"JSONata\" in the state, or at the top of the definition at /States/A/QueryLanguage";
        assertThat(validate(json("{'StartAt':'A','States':{'A':{'Type':'Succeed'}}}")))
                .extracting(Problem::toString)
                .containsExactly(jsonPath);
        assertThat(validate(json("{'QueryLanguage':'JSONPath','StartAt':'B','States':{"
                        + "'B':{'Type':'Pass','QueryLanguage':'JSONata','Next':'A'},'A':{'Type':'Succeed'}}}")))
                .extracting(Problem::toString)
                .containsExactly(jsonPath);
        assertThat(validate(json("{'QueryLanguage':'JSONPath','StartAt':'A','States':{"
                        + "'A':{'Type':'Succeed','QueryLanguage':'JSONata'}}}")))
                .isEmpty();
        assertThat(validate(json("{'QueryLanguage':'SQL','StartAt':'A','States':{"
                        + "'A':{'Type':'Succeed','QueryLanguage':'JSONata'}}}")))
                .extracting(Problem::toString)
                .containsExactly("SCHEMA_VALIDATION_FAILED: The field 'QueryLanguage' should have one of these values:"
                        + " [JSONPath, JSONata], but was 'SQL' at /QueryLanguage");
    }

    @Test
    void a_transition_must_lead_somewhere_and_each_state_must_be_reached() {
        assertProblems(
                "'A':{'Type':'Pass','Next':'Gone'},'B':{'Type':'Succeed'}",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: Gone at /States/A",
                "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B");
        assertProblems(
                "'A':{'Type':'Choice','Choices':[{'Condition':true,'Next':'X'}],'Default':'Y'}",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/A",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: Y at /States/A");
        assertProblems("'B':{'Type':'Succeed'}", "MISSING_TRANSITION_TARGET: Missing 'StartAt' target: A at /StartAt");
        assertProblems(
                "'A':{'Type':'Pass'}",
                "SCHEMA_VALIDATION_FAILED: A state must have either 'Next' or 'End', and not both at /States/A/Next");
        assertProblems(
                "'A':{'Type':'Pass','Next':'A','End':true}",
                "SCHEMA_VALIDATION_FAILED: A state must have either 'Next' or 'End', and not both at /States/A/Next");
    }

    @Test
    void an_iteration_cannot_leave_its_map() {
        assertProblems(
                "'A':{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass','Next':'S'}}},'Next':'S'},"
                        + "'S':{'Type':'Succeed'}",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: S at /States/A/ItemProcessor/States/I");
    }

    @Test
    void the_name_of_a_state_is_used_once_in_the_whole_machine() {
        assertProblems(
                "'A':{'Type':'Map','ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Succeed'}}},'End':true}",
                "DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/ItemProcessor/States/A");
        assertThat(validate(definition("'A':{'Type':'Succeed'},'A':{'Type':'Succeed'}")))
                .extracting(Problem::toString)
                .containsExactly("INVALID_JSON_DESCRIPTION: Duplicate field 'A'");
    }

    @Test
    void what_is_known_of_states_only_elsewhere_is_refused() {
        assertProblems(
                "'A':{'Type':'Pass','Output':'{% $states.result %}','Next':'T'},"
                        + "'T':{'Type':'Task','Resource':'" + SYNC + "',"
                        + "'Arguments':{'StateMachineArn':'{% $states.result.x %}'},"
                        + "'Output':'{% $states.errorOutput %}',"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Output':'{% $states.result %}','Next':'S'}],'Next':'S'},"
                        + "'S':{'Type':'Succeed','Output':'{% $states.inputs %}'}",
                "SCHEMA_VALIDATION_FAILED: The variable '$states.result' is not available in this field at"
                        + " /States/A/Output",
                "SCHEMA_VALIDATION_FAILED: The variable '$states.result' is not available in this field at"
                        + " /States/T/Arguments/StateMachineArn",
                "SCHEMA_VALIDATION_FAILED: The variable '$states.result' is not available in this field at"
                        + " /States/T/Catch[0]/Output",
                "SCHEMA_VALIDATION_FAILED: The variable '$states.errorOutput' is not available in this field at"
                        + " /States/T/Output",
                "SCHEMA_VALIDATION_FAILED: The variable '$states.inputs' is not available in this field at"
                        + " /States/S/Output");
    }

    @Test
    void an_expression_that_only_quotes_a_name_is_fine() {
        assertThatCode(() -> create("'A':{'Type':'Pass','Output':'{% \\'$states.result\\' & /$eval/ %}','End':true}"
                        .replace("\\'", "\\u0027")))
                .doesNotThrowAnyException();
    }

    @Test
    void an_expression_must_be_jsonata_and_has_no_context_item() {
        assertProblems(
                "'A':{'Type':'Pass','Output':{'x':['{% 1 + %}']},'Assign':{'y':'{% $$.a %}','z':'{% $eval(1) %}'},'End':true}",
                "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output/x[0]",
                "INVALID_JSONATA_EXPRESSION: '$$' is not supported: an expression has no context item at"
                        + " /States/A/Assign/y");
    }

    @Test
    void express_knows_no_sync_no_token_and_no_activity() {
        assertTaskProblem(
                "arn:aws:states:::states:startExecution.sync:2",
                "Express state machine does not support '.sync' service integration");
        assertTaskProblem(
                "arn:aws:states:::lambda:invoke.waitForTaskToken",
                "Express state machine does not support '.waitForTaskToken' service integration ");
        assertTaskProblem(
                "arn:aws:states:us-east-1:123456789012:activity:a",
                "Express state machine does not support Activity ARN");
    }

    @Test
    void an_unknown_resource_is_refused_by_name() {
        assertTaskProblem(
                "arn:aws:states:::sqs:sendMessage",
                "The resource provided arn:aws:states:::sqs:sendMessage is not recognized. The value is not a valid"
                        + " resource ARN, or the resource is not available in the embedded AWS, which has:"
                        + " (the ARN of a function), aws-sdk:sfn:startSyncExecution, lambda:invoke");
        assertTaskProblem(
                "{% 'arn' %}",
                "The resource provided {% 'arn' %} is not recognized. The value is not a valid resource ARN, or the"
                        + " resource is not available in the embedded AWS, which has: (the ARN of a function),"
                        + " aws-sdk:sfn:startSyncExecution, lambda:invoke");
    }

    @Test
    void arguments_are_those_of_the_service() {
        assertProblems(
                "'A':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'Function':'x'},'End':true}",
                "SCHEMA_VALIDATION_FAILED: The field 'Function' is not supported here, where there are: [FunctionName,"
                        + " Payload, Qualifier] at /States/A/Arguments",
                "SCHEMA_VALIDATION_FAILED: The field 'FunctionName' is required but was missing at /States/A/Arguments");
    }

    @Test
    void a_variable_needs_a_name_and_an_inner_scope_leaves_outer_names_alone() {
        assertProblems(
                "'A':{'Type':'Pass','Assign':{'states':1,'a-b':1,'ok_1':1},'Next':'M'},"
                        + "'M':{'Type':'Map','ItemProcessor':{'StartAt':'I','States':{'I':{'Type':'Pass',"
                        + "'Assign':{'ok_1':2,'own':1},'End':true}}},'End':true}",
                "SCHEMA_VALIDATION_FAILED: 'states' is not a valid name of a variable at /States/A/Assign/states",
                "SCHEMA_VALIDATION_FAILED: 'a-b' is not a valid name of a variable at /States/A/Assign/a-b",
                "SCHEMA_VALIDATION_FAILED: The variable 'ok_1' is assigned in an outer scope already at"
                        + " /States/M/ItemProcessor/States/I/Assign/ok_1");
    }

    @Test
    void numbers_have_their_ranges() {
        assertProblems(
                "'A':{'Type':'Task','Resource':'" + SYNC + "','Arguments':{'StateMachineArn':'x'},'TimeoutSeconds':0,"
                        + "'Retry':[{'ErrorEquals':['A'],'IntervalSeconds':0,'MaxAttempts':-1,'BackoffRate':0.5,"
                        + "'MaxDelaySeconds':0,'JitterStrategy':'SOME'}],'Next':'M'},"
                        + "'M':{'Type':'Map','MaxConcurrency':1.5,'ItemProcessor':{'StartAt':'I','States':{'I':"
                        + "{'Type':'Succeed'}}},'End':true}",
                "SCHEMA_VALIDATION_FAILED: The field 'TimeoutSeconds' must be a whole number from 1 to 99999999, but was 0"
                        + " at /States/A/TimeoutSeconds",
                "SCHEMA_VALIDATION_FAILED: The field 'IntervalSeconds' must be a whole number from 1 to 99999999, but was"
                        + " 0 at /States/A/Retry[0]/IntervalSeconds",
                "SCHEMA_VALIDATION_FAILED: The field 'MaxAttempts' must be a whole number from 0 to 99999999, but was -1"
                        + " at /States/A/Retry[0]/MaxAttempts",
                "SCHEMA_VALIDATION_FAILED: The field 'MaxDelaySeconds' must be a whole number from 1 to 31622400, but was"
                        + " 0 at /States/A/Retry[0]/MaxDelaySeconds",
                "SCHEMA_VALIDATION_FAILED: The field 'JitterStrategy' should have one of these values: [FULL, NONE] at"
                        + " /States/A/Retry[0]/JitterStrategy",
                "SCHEMA_VALIDATION_FAILED: The field 'BackoffRate' must be a number of at least 1, but was 0.5 at"
                        + " /States/A/Retry[0]/BackoffRate",
                "SCHEMA_VALIDATION_FAILED: The field 'MaxConcurrency' must be a whole number from 0 to 99999999, but was"
                        + " 1.5 at /States/M/MaxConcurrency");
    }

    @Test
    void states_all_stands_alone_and_last() {
        assertProblems(
                "'A':{'Type':'Task','Resource':'" + SYNC + "','Arguments':{'StateMachineArn':'x'},"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'S'},{'ErrorEquals':['A','States.ALL'],'Next':'S'},"
                        + "{'ErrorEquals':[],'Next':'S'}],'Next':'S'},'S':{'Type':'Succeed'}",
                "SCHEMA_VALIDATION_FAILED: 'States.ALL' must appear alone, and in the last element at"
                        + " /States/A/Catch[0]/ErrorEquals",
                "SCHEMA_VALIDATION_FAILED: 'States.ALL' must appear alone, and in the last element at"
                        + " /States/A/Catch[1]/ErrorEquals",
                "SCHEMA_VALIDATION_FAILED: The field 'ErrorEquals' is required and must be an array of names at"
                        + " /States/A/Catch[2]/ErrorEquals");
    }

    @Test
    void what_is_no_definition_is_refused_in_the_words_of_aws() {
        assertThat(validate("not a definition")).extracting(Problem::code).containsExactly("INVALID_JSON_DESCRIPTION");
        assertThat(validate("[]"))
                .extracting(Problem::message)
                .containsExactly("Definition must be a valid JSON object");
        assertThat(validate(json("{'QueryLanguage':'JSONata'}")))
                .extracting(Problem::toString)
                .containsExactly(
                        "SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt] at /",
                        "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /");
    }

    @Test
    void all_problems_are_in_the_one_message() {
        assertThatThrownBy(() -> create("'A':{'Type':'Pass','X':1,'End':true},'B':{'Type':'Succeed'}"))
                .isInstanceOf(AwsError.class)
                .hasMessage("Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Field 'X' is not supported at"
                        + " /States/A/X, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B'")
                .extracting(thrown -> ((AwsError) thrown).code())
                .isEqualTo("InvalidDefinition");
    }

    private void assertTaskProblem(String resource, String message) {
        assertProblems(
                "'A':{'Type':'Task','Resource':'" + resource.replace("'", "\\u0027") + "','End':true}",
                "SCHEMA_VALIDATION_FAILED: " + message + " at /States/A/Resource");
    }

    private void assertProblems(String states, String... problems) {
        assertThat(validate(definition(states))).extracting(Problem::toString).containsExactly(problems);
    }

    private void create(String states) {
        stepFunctions.createStateMachine("machine", "EXPRESS", definition(states), "role");
    }

    private static String definition(String states) {
        return json("{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private List<Problem> validate(String definition) {
        return stepFunctions.machines().validate(definition, "EXPRESS");
    }
}
