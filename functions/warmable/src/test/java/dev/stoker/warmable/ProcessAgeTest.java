// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessAgeTest {
    private static final String STAT = "17 (java) S 1 17 17 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 19 0 %d 123 456 789\n";

    @Test
    void is_the_machines_uptime_less_the_processs_start() {
        assertThat(ProcessAge.millis("5025.37 9876.54\n", STAT.formatted(502_352)))
                .isEqualTo(1850);
    }

    @Test
    void does_not_stumble_over_a_name_with_blanks_and_brackets() {
        String stat = STAT.formatted(502_352).replace("(java)", "(my (odd) java) 1 2)");
        assertThat(ProcessAge.millis("5025.37 9876.54\n", stat)).isEqualTo(1850);
    }

    /** The JVM counts from a little later than the process; a test machine may be slow, so the far bound is generous. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void is_a_little_more_than_the_jvms_own_age() {
        long jvmBefore = ManagementFactory.getRuntimeMXBean().getUptime();
        long age = ProcessAge.millis();
        assertThat(age).isBetween(jvmBefore - 20, jvmBefore + 30_000);
    }
}
