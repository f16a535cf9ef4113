// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

    /** What Step Functions asks for on every resource, since log deliveries have no ARN ("cw-logs" in its guide). */
    private static final String LOG_DELIVERY = "DeliverLogs";

    @Test
    void every_parameter_tells_what_it_is_and_has_a_default() {
        JsonNode parameters = Template.ROOT.get("Parameters");
        assertThat(Template.names(parameters)).contains("TargetArns", "Targets", "Schedule");
        for (String name : Template.names(parameters)) {
            assertThat(Template.names(parameters.get(name))).as(name).contains("Description", "Default");
        }
    }

    @Test
    void no_statement_allows_every_action_or_every_resource_but_for_log_delivery() {
        List<String> wide = new ArrayList<>();
        JsonNode resources = Template.ROOT.get("Resources");
        for (String name : Template.names(resources)) {
            for (JsonNode statement : resources.get(name).findValues("Statement")) {
                statement.forEach(one -> {
                    if (one.get("Action").toString().contains("*\"")
                            || one.path("Resource").asText().equals("*")) {
                        wide.add(name);
                    }
                });
            }
        }
        assertThat(wide).containsExactly(LOG_DELIVERY);
    }

    @Test
    void the_outputs_are_those_that_the_command_line_and_the_documents_name() {
        assertThat(Template.names(Template.ROOT.get("Outputs")))
                .contains("KeepWarmArn", "FanOutArn", "SampleFunctionArn");
    }

    @Test
    void the_schedule_tries_a_tick_at_most_once_more_and_not_after_a_minute() {
        JsonNode policy = Template.ROOT.at("/Resources/KeepWarmSchedule/Properties/Target/RetryPolicy");
        assertThat(policy.get("MaximumRetryAttempts").intValue()).isEqualTo(1);
        assertThat(policy.get("MaximumEventAgeInSeconds").intValue()).isEqualTo(60);
    }
}
