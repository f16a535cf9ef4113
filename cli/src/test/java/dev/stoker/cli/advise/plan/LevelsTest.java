// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void no_number_becomes_smaller_and_no_choice_of_few_numbers_costs_less() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            TreeMap<Integer, Integer> hours = new TreeMap<>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                hours.put(1 + random.nextInt(50), 1 + random.nextInt(20));
            }
            int most = 1 + random.nextInt(4);

            Map<Integer, Integer> roundedUp = Levels.fewest(hours, most);

            assertThat(roundedUp.keySet()).isEqualTo(hours.keySet());
            assertThat(roundedUp).allSatisfy((from, to) -> assertThat(to).isGreaterThanOrEqualTo(from));
            assertThat(roundedUp.values().stream().distinct().count()).isLessThanOrEqualTo(most);
            assertThat(hours.entrySet().stream()
                            .mapToLong(part -> (long) part.getValue() * roundedUp.getOrDefault(part.getKey(), 0))
                            .sum())
                    .as("%s in %s", hours, most)
                    .isEqualTo(cheapest(new ArrayList<>(hours.keySet()), hours, most));
        }
    }

    /** Every subset that has the largest number. */
    private static long cheapest(List<Integer> numbers, Map<Integer, Integer> hours, int most) {
        long best = Long.MAX_VALUE;
        for (int chosen = 0; chosen < (1 << numbers.size()); chosen++) {
            if (Integer.bitCount(chosen) > most || (chosen & (1 << (numbers.size() - 1))) == 0) {
                continue;
            }
            long sum = 0;
            int level = 0;
            for (int i = numbers.size() - 1; i >= 0; i--) {
                level = (chosen & (1 << i)) != 0 ? numbers.get(i) : level;
                sum += (long) level * hours.getOrDefault(numbers.get(i), 0);
            }
            best = Math.min(best, sum);
        }
        return best;
    }
}
