// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static dev.stoker.checks.Deployment.CARTS;
import static dev.stoker.checks.Deployment.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact permissions of the roles of a deployed stack. */
class LeastPrivilegeTest {
    private static final String PARAMETERS = "arn:aws:ssm:us-east-1:000000000000:parameter/stoker/";

    private final Deployment shop = Deployment.deploy(Map.of("Tracing", "ENABLED"));
    private final String keepWarm = shop.ref("KeepWarm");
    private final String fanOut = shop.ref("FanOut");

    @ParameterizedTest
    @ValueSource(strings = {"KeepWarmRole", "FanOutRole"})
    void the_machines_invoke_the_targets_with_their_aliases_and_versions_and_nothing_else(String role) {
        assertThat(resources(role, "lambda:InvokeFunction"))
                .containsExactlyInAnyOrder(ORDERS, CARTS, ORDERS + ":*", CARTS + ":*");
        assertThat(may(role, "lambda:InvokeFunction", ORDERS)).isTrue();
        assertThat(may(role, "lambda:InvokeFunction", CARTS + ":live")).isTrue();
        assertThat(may(role, "lambda:InvokeFunction", ORDERS + "-of-somebody-else"))
                .isFalse();
    }

    @Test
    void without_targets_of_ones_own_the_sample_is_all_that_is_invoked() {
        Deployment first = Deployment.deploy(Map.of("TargetArns", ""));
        JsonNode invoke = first.resource("AWS::IAM::Policy", "InvokeTargets");

        assertThat(Grant.of(invoke.get("PolicyDocument")))
                .extracting(Grant::resource)
                .allSatisfy(arn -> assertThat(arn).contains(":function:" + first.ref("SampleFunction")))
                .hasSize(2);
    }

    @Test
    void keep_warm_starts_both_machines_and_fan_out_only_itself() {
        assertThat(resources("KeepWarmRole", "states:StartSyncExecution")).containsExactlyInAnyOrder(keepWarm, fanOut);
        assertThat(resources("FanOutRole", "states:StartSyncExecution")).containsExactly(fanOut);
    }

    @Test
    void keep_warm_alone_remembers_and_only_under_its_own_stacks_name() {
        assertThat(resources("KeepWarmRole", "ssm:PutParameter")).containsExactly(PARAMETERS + "shop/*");
        assertThat(may("KeepWarmRole", "ssm:GetParameter", PARAMETERS + "shop/000000000000/orders/live"))
                .isTrue();
        assertThat(may("KeepWarmRole", "ssm:GetParameter", PARAMETERS + "shop2/000000000000/orders/live"))
                .isFalse();
        assertThat(resources("FanOutRole", "ssm:PutParameter")).isEmpty();
    }

    @Test
    void keep_warm_writes_into_the_one_log_stream_of_cycles() {
        assertThat(resources("KeepWarmRole", "logs:PutLogEvents"))
                .containsExactly("arn:aws:logs:us-east-1:000000000000:log-group:/aws/vendedlogs/states/shop"
                        + ":log-stream:cycles");
        assertThat(resources("FanOutRole", "logs:PutLogEvents")).isEmpty();
    }

    @Test
    void no_role_may_do_anything_beyond_this_list() {
        String[] both = {
            "lambda:InvokeFunction",
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "states:StartSyncExecution",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments"
        };
        assertThat(actions("FanOutRole")).containsExactlyInAnyOrder(both);
        assertThat(actions("KeepWarmRole"))
                .contains(both)
                .hasSize(both.length + 4)
                .contains("ssm:GetParameter", "ssm:PutParameter", "lambda:GetFunctionConcurrency", "logs:PutLogEvents");
        assertThat(shop.grantsOf("ScheduleRole"))
                .extracting(Grant::toString)
                .containsExactlyInAnyOrder(
                        "states:StartExecution on " + keepWarm,
                        "sqs:SendMessage on "
                                + shop.resource("AWS::Scheduler::Schedule", "KeepWarmSchedule")
                                        .at("/Target/DeadLetterConfig/Arn")
                                        .textValue());
        assertThat(shop.resources("AWS::IAM::Role")).containsOnlyKeys("KeepWarmRole", "FanOutRole", "ScheduleRole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KeepWarmRole", "FanOutRole", "ScheduleRole"})
    void every_resource_is_an_arn_but_where_aws_knows_none(String role) {
        assertThat(shop.grantsOf(role)).allSatisfy(grant -> {
            assertThat(grant.action()).doesNotContain("*");
            if (grant.resource().equals("*")) {
                assertThat(grant.action())
                        .matches("xray:.+|logs:(\\w+LogDelivery|ListLogDeliveries|PutResourcePolicy|"
                                + "DescribeResourcePolicies|DescribeLogGroups)");
            } else {
                assertThat(grant.resource()).matches("arn:aws:[a-z]+:us-east-1:000000000000:[^*]+([:/]\\*)?");
            }
        });
    }

    @Test
    void without_tracing_nothing_is_granted_for_it() {
        assertThat(Deployment.deploy(Map.of()).grantsOf("KeepWarmRole"))
                .extracting(Grant::action)
                .noneMatch(action -> action.startsWith("xray:"));
    }

    @Test
    void each_role_is_assumed_by_its_one_service_and_from_this_account_alone() {
        Map<String, String> services = Map.of(
                "KeepWarmRole", "states.amazonaws.com",
                "FanOutRole", "states.amazonaws.com",
                "ScheduleRole", "scheduler.amazonaws.com");
        services.forEach((role, service) -> {
            JsonNode statements = shop.resource("AWS::IAM::Role", role).at("/AssumeRolePolicyDocument/Statement");
            assertThat(statements).hasSize(1);
            assertThat(statements.at("/0/Principal").toString()).isEqualTo("{\"Service\":\"" + service + "\"}");
            assertThat(statements
                            .at("/0/Condition/StringEquals/aws:SourceAccount")
                            .textValue())
                    .isEqualTo("000000000000");
        });
    }

    /** dev.stoker.cli.PermissionsTest compares these policies with the calls of the commands. */
    @Test
    void policies_for_people_are_managed_ones_that_no_user_has_by_default() {
        Map<String, JsonNode> policies = shop.resources("AWS::IAM::ManagedPolicy");

        assertThat(policies)
                .containsOnlyKeys("StartByHand", "LookAtTargets", "PromoteAliases", "ReadCycles", "ReadTraffic")
                .allSatisfy((name, policy) -> {
                    assertThat(Template.names(policy)).doesNotContain("Roles", "Users", "Groups");
                    assertThat(Grant.of(policy.get("PolicyDocument")))
                            .extracting(Grant::action)
                            .allSatisfy(action -> assertThat(action).doesNotContain("*"));
                });
        assertThat(Grant.of(
                        shop.resource("AWS::IAM::ManagedPolicy", "StartByHand").get("PolicyDocument")))
                .extracting(Grant::toString)
                .contains(
                        "states:StartExecution on " + keepWarm,
                        "states:StartSyncExecution on " + keepWarm,
                        "cloudformation:DescribeStacks on arn:aws:cloudformation:us-east-1:000000000000:stack/shop/*",
                        "lambda:GetFunctionConfiguration on " + ORDERS,
                        "lambda:GetFunctionConfiguration on " + CARTS + ":*");
    }

    @Test
    void who_promotes_moves_the_targets_aliases_and_calls_the_targets_by_an_alias_only() {
        List<Grant> grants = Grant.of(
                shop.resource("AWS::IAM::ManagedPolicy", "PromoteAliases").get("PolicyDocument"));

        assertThat(grants)
                .filteredOn(grant -> grant.action().equals("lambda:InvokeFunction"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(ORDERS + ":*", CARTS + ":*");
        assertThat(grants)
                .filteredOn(grant -> grant.action().equals("lambda:UpdateAlias"))
                .extracting(Grant::resource)
                .containsExactlyInAnyOrder(ORDERS, CARTS, ORDERS + ":*", CARTS + ":*");
    }

    @Test
    void a_boundary_and_a_path_reach_every_role() {
        String boundary = "arn:aws:iam::000000000000:policy/boundary";
        Deployment bounded =
                Deployment.deploy(Map.of("TargetArns", "", "PermissionsBoundaryArn", boundary, "RolePath", "/stoker/"));

        assertThat(bounded.resources("AWS::IAM::Role")).hasSize(4).allSatisfy((name, role) -> {
            assertThat(role.get("PermissionsBoundary").textValue()).isEqualTo(boundary);
            assertThat(role.get("Path").textValue()).isEqualTo("/stoker/");
        });
        assertThat(bounded.ref("StartByHand")).contains(":policy/stoker/");
        assertThat(shop.resources("AWS::IAM::Role").values()).noneMatch(role -> role.has("PermissionsBoundary"));
    }

    private boolean may(String role, String action, String resource) {
        return shop.grantsOf(role).stream().anyMatch(grant -> grant.covers(action, resource));
    }

    private List<String> resources(String role, String action) {
        return shop.grantsOf(role).stream()
                .filter(grant -> grant.action().equals(action))
                .map(Grant::resource)
                .toList();
    }

    private Set<String> actions(String role) {
        return shop.grantsOf(role).stream().map(Grant::action).collect(Collectors.toCollection(TreeSet::new));
    }
}
