// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Replaces many numbers by few, none of them smaller, so that the sum over all hours is smallest: dynamic programming, exact. */
final class Levels {
    private Levels() {}

    /**
     * What each number is rounded up to.
     *
     * @param hours how many hours need each number
     * @param most different numbers at most, 1 or more
     */
    static Map<Integer, Integer> fewest(NavigableMap<Integer, Integer> hours, int most) {
        List<Integer> numbers = new ArrayList<>(hours.keySet());
        List<Integer> weights = new ArrayList<>(hours.values());
        int count = numbers.size();
        double[] sums = new double[count + 1];
        Arrays.fill(sums, Double.MAX_VALUE);
        sums[0] = 0;
        int[][] begins = new int[most + 1][count + 1];
        for (int part = 1; part <= most; part++) {
            double[] next = sums.clone();
            for (int end = 1; end <= count; end++) {
                begins[part][end] = -1; // as with one part fewer
                double inPart = 0;
                for (int begin = end - 1; begin >= 0; begin--) {
                    inPart += weights.get(begin);
                    double sum = sums[begin] + inPart * numbers.get(end - 1);
                    if (sums[begin] < Double.MAX_VALUE && sum < next[end]) {
                        next[end] = sum;
                        begins[part][end] = begin;
                    }
                }
            }
            sums = next;
        }
        Map<Integer, Integer> roundedUp = new HashMap<>();
        int end = count;
        for (int part = most; end > 0; part--) {
            int begin = begins[part][end];
            for (int i = begin; begin >= 0 && i < end; i++) {
                roundedUp.put(numbers.get(i), numbers.get(end - 1));
            }
            end = begin >= 0 ? begin : end;
        }
        return roundedUp;
    }
}
