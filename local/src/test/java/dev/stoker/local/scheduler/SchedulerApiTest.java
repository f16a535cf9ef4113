// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

class SchedulerApiTest {
    private static final FlexibleTimeWindow EXACT =
            FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
    private static final Target MACHINE = Target.builder()
            .arn("arn:aws:states:us-east-1:000000000000:stateMachine:m")
            .roleArn("arn:aws:iam::000000000000:role/r")
            .input("{\"concurrency\":3}")
            .build();

    private final ServedAws aws = ServedAws.start();
    private final SchedulerClient scheduler = aws.scheduler();

    @AfterEach
    void close() {
        aws.close();
    }

    private void create(String name) {
        scheduler.createSchedule(request -> request.name(name)
                .scheduleExpression("cron(0/4 8-18 ? * MON-FRI *)")
                .scheduleExpressionTimezone("Asia/Seoul")
                .state(ScheduleState.DISABLED)
                .flexibleTimeWindow(EXACT)
                .target(MACHINE));
    }

    private GetScheduleResponse get(String name) {
        return scheduler.getSchedule(request -> request.name(name));
    }

    @Test
    void a_schedule_is_created_described_and_deleted() {
        create("peak");

        GetScheduleResponse schedule = get("peak");
        assertThat(schedule.arn()).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/peak");
        assertThat(schedule.scheduleExpression()).isEqualTo("cron(0/4 8-18 ? * MON-FRI *)");
        assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("Asia/Seoul");
        assertThat(schedule.state()).isEqualTo(ScheduleState.DISABLED);
        assertThat(schedule.target().arn()).isEqualTo(MACHINE.arn());
        assertThat(schedule.target().roleArn()).isEqualTo(MACHINE.roleArn());
        assertThat(schedule.target().input()).isEqualTo("{\"concurrency\":3}");
        assertThat(schedule.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
        scheduler.deleteSchedule(request -> request.name("peak"));
        assertThatThrownBy(() -> get("peak")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void what_the_embedded_AWS_cannot_start_is_refused_when_it_is_created() {
        assertThatThrownBy(() -> scheduler.createSchedule(request -> request.name("function")
                        .scheduleExpression("rate(4 minutes)")
                        .flexibleTimeWindow(EXACT)
                        .target(target -> target.arn("arn:aws:lambda:us-east-1:000000000000:function:f")
                                .roleArn(MACHINE.roleArn()))))
                .hasMessageContaining("the embedded AWS starts state machines and nothing else");
        assertThatThrownBy(() -> scheduler.createSchedule(request -> request.name("once")
                        .scheduleExpression("at(2030-01-01T00:00:00)")
                        .flexibleTimeWindow(EXACT)
                        .target(MACHINE)))
                .hasMessageContaining("must be rate(...) or cron(...) on the embedded AWS");
    }

    @Test
    void schedules_come_in_pages() {
        create("a");
        create("b");
        create("c");

        assertThat(scheduler
                        .listSchedulesPaginator(request -> request.maxResults(2))
                        .schedules())
                .hasSize(3);
        assertThat(scheduler.listSchedules(request -> request.maxResults(2)).schedules())
                .hasSize(2);
    }

    @Test
    void an_update_replaces_the_whole_schedule() {
        create("peak");

        scheduler.updateSchedule(request -> request.name("peak")
                .scheduleExpression("rate(4 minutes)")
                .flexibleTimeWindow(EXACT)
                .target(MACHINE));

        GetScheduleResponse schedule = get("peak");
        assertThat(schedule.scheduleExpression()).isEqualTo("rate(4 minutes)");
        assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("UTC");
        assertThat(schedule.state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(schedule.lastModificationDate()).isAfterOrEqualTo(schedule.creationDate());
    }

    @Test
    void schedules_are_listed_by_the_beginning_of_their_names_and_their_state() {
        create("stoker-a");
        create("other");

        assertThat(scheduler
                        .listSchedules(request -> request.namePrefix("stoker"))
                        .schedules())
                .extracting(ScheduleSummary::name)
                .containsExactly("stoker-a");
        assertThat(scheduler
                        .listSchedules(request -> request.state(ScheduleState.ENABLED))
                        .schedules())
                .isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_as_AWS_does() {
        create("peak");

        assertThatThrownBy(() -> create("peak")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> scheduler.updateSchedule(request -> request.name("peak")
                        .scheduleExpression("every day")
                        .flexibleTimeWindow(EXACT)
                        .target(MACHINE)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("rate(...) or cron(...)");
        assertThat(get("peak").scheduleExpressionTimezone()).isEqualTo("Asia/Seoul");
        assertThatThrownBy(() ->
                        scheduler.getSchedule(request -> request.name("peak").groupName("others")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("group others");
        assertThatThrownBy(() -> scheduler.deleteSchedule(request -> request.name("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }
}
