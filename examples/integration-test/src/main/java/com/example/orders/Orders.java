// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.util.Map;

/** Your function: {@code {"item":"tea"}} is answered by {@code {"ordered":"tea"}}. */
public final class Orders {
    /** Takes one order. */
    public Map<String, String> handleRequest(Map<String, String> order) {
        return Map.of("ordered", order.getOrDefault("item", "nothing"));
    }
}
