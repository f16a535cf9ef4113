// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.jsonata;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code $sort}, as in JSONata 2.0.6: a stable merge sort. The library's own implementation expects a comparator with
 * three results, which JSONata's comparators do not have, so equal items change places.
 */
final class SortFunction {

    private SortFunction() {}

    static @Nullable Object sort(List<?> args) {
        List<?> array = (List<?>) JsonataFunctions.argument(args, 0);
        if (array == null || array.size() <= 1) {
            return array;
        }
        Object comparator = JsonataFunctions.argument(args, 1);
        if (comparator == null) {
            return mergeSort(array, naturalOrder(array));
        }
        return mergeSort(
                array,
                (left, right) -> Boolean.TRUE.equals(
                        com.dashjoin.jsonata.Functions.toBoolean(JsonataFunctions.call(comparator, left, right))));
    }

    private static BiPredicate<Object, Object> naturalOrder(List<?> array) {
        if (array.stream().allMatch(Number.class::isInstance)) {
            return (left, right) -> ((Number) left).doubleValue() > ((Number) right).doubleValue();
        }
        if (array.stream().allMatch(String.class::isInstance)) {
            return (left, right) -> ((String) left).compareTo((String) right) > 0;
        }
        throw new JException("D3070", -1);
    }

    private static List<Object> mergeSort(List<?> array, BiPredicate<Object, Object> swap) {
        if (array.size() <= 1) {
            return new ArrayList<>(array);
        }
        int middle = array.size() / 2;
        List<Object> left = mergeSort(array.subList(0, middle), swap);
        List<Object> right = mergeSort(array.subList(middle, array.size()), swap);
        List<Object> merged = new ArrayList<>(array.size());
        int fromLeft = 0;
        int fromRight = 0;
        while (fromLeft < left.size() && fromRight < right.size()) {
            boolean swapped = swap.test(left.get(fromLeft), right.get(fromRight));
            merged.add(swapped ? right.get(fromRight++) : left.get(fromLeft++));
        }
        merged.addAll(left.subList(fromLeft, left.size()));
        merged.addAll(right.subList(fromRight, right.size()));
        return merged;
    }
}
