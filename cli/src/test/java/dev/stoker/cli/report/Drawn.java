// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Outputs of cycles to draw. */
final class Drawn {
    /** When the first of them opened. */
    static final long OPENED = 1_795_360_868_583L;

    private Drawn() {}

    /** One warm cycle with every environment in it. */
    static String cycle(int environments) {
        return cycle("orders:live", environments, environments, OPENED, rows(environments, OPENED));
    }

    /** One warm cycle with spare slots: three arrivals in 20 to 25 ms, twelve in 90 to 100 and one in 1,120 to 1,200. */
    static String withArrivals(int environments) {
        return cycle(environments)
                .replace(
                        "\"unproven\"",
                        "\"slots\":" + (environments + 2) + ",\"spare\":2,\"late\":1,"
                                + "\"arrivals\":{\"25\":3,\"100\":12,\"1200\":1},\"unproven\"");
    }

    /** One warm cycle that opened some minutes later. */
    static String later(int environments, int minutes) {
        long opened = OPENED + minutes * 60_000L;
        return cycle("orders:live", environments, environments, opened, rows(environments, opened));
    }

    /** One cycle whose number follows demand, four minutes after the one with the number before. */
    static String followed(int number, int requested, int used, int displaced, int chosen) {
        long opened = OPENED + number * 240_000L;
        return cycle("orders:live", requested, requested, opened, List.of())
                .replace("\"used\":1", "\"used\":" + used)
                .replace("\"userColdStarts\":2", "\"userColdStarts\":" + displaced)
                .replace(
                        "\"heldMillis\":900",
                        "\"heldMillis\":900,\"demand\":{\"mean\":1.5,\"peak\":" + used
                                + ",\"fixed\":3,\"reactive\":4,\"profile\":null,\"by\":\"reactive\",\"chosen\":"
                                + chosen + "}");
    }

    /** The same, but the cycle only sent two probes. */
    static String rested(int number, int chosen) {
        return followed(number, 2, 2, 0, chosen)
                .replace(
                        "\"chosen\":" + chosen,
                        "\"chosen\":" + chosen + ",\"rest\":{\"notProven\":" + (chosen - 2) + ",\"left\":1}");
    }

    /** One cycle of any function with any rows. */
    static String cycle(String function, int requested, int warm, long opened, List<String> rows) {
        String environments = rows.isEmpty() ? "" : ",\"environments\":[" + String.join(",", rows) + "]";
        return "{\"requested\":" + requested + ",\"warm\":" + warm + ",\"targets\":[{\"function\":\"" + function
                + "\",\"requested\":" + requested + ",\"warm\":" + warm
                + ",\"unproven\":0,\"rounds\":1,\"bestRound\":1,"
                + "\"openedAt\":" + opened + ",\"holdUntil\":" + (opened + 96)
                + ",\"holdMillis\":96,\"reachMillis\":88,"
                + "\"spreadMillis\":61,\"coldStarts\":1,\"failed\":0,\"throttled\":" + (requested - warm)
                + ",\"errors\":{},\"used\":1,\"served\":7,\"busyMillis\":9,\"userColdStarts\":2,\"heldMillis\":900"
                + environments + "}]}";
    }

    /** The first started cold and came too late, the second served 7 users before, all others were warm and came in time. */
    static List<String> rows(int environments, long opened) {
        return IntStream.range(0, environments)
                .mapToObj(at -> "{\"id\":\"environment" + at + "\",\"coldStart\":" + (at == 0) + ",\"initializedAt\":"
                        + (at == 0 ? opened + 110 : opened - 9000) + ",\"initMillis\":80,\"arrivedAt\":"
                        + (opened + (at == 0 ? 112 : 20 + at % 60)) + ",\"releasedAt\":"
                        + (opened + (at == 0 ? 113 : 96))
                        + ",\"served\":" + (at == 1 ? 7 : 0) + "}")
                .collect(Collectors.toList());
    }
}
