// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the columns of the public traces, and few rows. */
final class TraceFormatTest {
    @TempDir
    private Path folder;

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void two_columns_are_a_series_and_a_missing_row_is_the_mean_of_its_neighbours() throws IOException {
        Path file = write(
                "counts.csv",
                "timestamp,value",
                "2014-04-10 00:04:00,94.0",
                "2014-04-10 00:09:00,56",
                "2014-04-10 00:19:00,96");

        CountSeries series = TraceFormat.read("csv:" + file);

        assertThat(series.name()).isEqualTo("counts");
        assertThat(series.stepMillis()).isEqualTo(300_000);
        assertThat(Instant.ofEpochMilli(series.startMillis())).isEqualTo("2014-04-10T00:04:00Z");
        assertThat(series.count(2)).isEqualTo(76);
        assertThat(series.total()).isEqualTo(94 + 56 + 76 + 96);
    }

    @Test
    void a_bad_row_is_named_by_its_line() throws IOException {
        Path number = write("number.csv", "timestamp,value", "2014-04-10 00:04:00,1", "2014-04-10 00:09:00,many");
        Path time = write("time.csv", "timestamp,value", "10/04/2014,1");
        Path columns = write("columns.csv", "time,count", "0,1");
        Path grid = write(
                "grid.csv",
                "timestamp,value",
                "2014-04-10 00:00:00,1",
                "2014-04-10 00:05:00,1",
                "2014-04-10 00:12:00,1");

        assertThatThrownBy(() -> TraceFormat.read("csv:" + number))
                .hasMessageContaining("line 3")
                .hasMessageContaining("many");
        assertThatThrownBy(() -> TraceFormat.read("csv:" + time))
                .hasMessageContaining("line 2")
                .hasMessageContaining("10/04/2014");
        assertThatThrownBy(() -> TraceFormat.read("csv:" + columns)).hasMessageContaining("timestamp,value");
        assertThatThrownBy(() -> TraceFormat.read("csv:" + grid)).hasMessageContaining("row 3");
        assertThatThrownBy(() -> TraceFormat.read("parquet:x"))
                .hasMessageContaining("csv, azure2019, azure2021, huawei2023");
    }

    @Test
    void azure_2019_has_a_row_for_a_function_and_a_column_for_a_minute_of_the_day() throws IOException {
        String header = "HashOwner,HashApp,HashFunction,Trigger,"
                + IntStream.rangeClosed(1, 1440).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String quiet = ",0".repeat(1439);
        write(
                "invocations_per_function_md.anon.d01.csv",
                header,
                "o1,a1,f1,http,3" + quiet,
                "o1,a1,f2,timer,1" + quiet);
        write(
                "invocations_per_function_md.anon.d02.csv",
                header,
                "o1,a1,f1,http,5" + quiet,
                "o1,a1,f1,queue,2" + quiet);
        write("function_durations_percentiles.anon.d01.csv", "HashOwner,HashApp,HashFunction,Average");

        CountSeries busiest = TraceFormat.read("azure2019:" + folder);

        assertThat(busiest.name()).isEqualTo("azure2019 f1");
        assertThat(busiest.steps()).isEqualTo(2 * 1440);
        assertThat(busiest.count(0)).isEqualTo(3);
        assertThat(busiest.count(1440)).as("http and queue").isEqualTo(7);
        assertThat(TraceFormat.read("azure2019:" + folder + ":f2").total()).isEqualTo(1);
        assertThatThrownBy(() -> TraceFormat.read("azure2019:" + folder + ":f3"))
                .hasMessageContaining("f3");
    }

    @Test
    void azure_2021_has_a_row_for_an_invocation_which_counts_when_it_began() throws IOException {
        Path file = write(
                "AzureFunctionsInvocationTraceForTwoWeeksJan2021.txt",
                "app,func,end_timestamp,duration",
                "734272c0,313c03f5,59.9,0.134",
                "734272c0,313c03f5,60.05,0.134",
                "17c37a0f,c9f8e30e,61.28,0.013",
                "734272c0,313c03f5,150.5,42.356");

        CountSeries series = TraceFormat.read("azure2021:" + file);

        assertThat(series.name()).isEqualTo("azure2021 313c03f5");
        assertThat(Instant.ofEpochMilli(series.startMillis())).isEqualTo("2021-01-31T00:00:00Z");
        assertThat(series.steps()).isEqualTo(2);
        assertThat(series.count(0)).isEqualTo(2);
        assertThat(series.count(1)).isEqualTo(1);
    }

    @Test
    void huawei_2023_has_a_row_for_a_time_and_a_column_for_a_function() throws IOException {
        write("day_000.csv", "day,time,0,1", "0,0,4,", "0,60,5,1.0");
        write("day_002.csv", "day,time,0,1", "2,172800,7,90");

        CountSeries first = TraceFormat.read("huawei2023:" + folder + ":0");

        assertThat(first.stepMillis()).isEqualTo(60_000);
        assertThat(first.count(1)).isEqualTo(5);
        assertThat(first.count(2)).as("nothing is known of day 1").isZero();
        assertThat(first.count(2880)).isEqualTo(7);
        assertThat(TraceFormat.read("huawei2023:" + folder).name()).isEqualTo("huawei2023 1");
    }
}
