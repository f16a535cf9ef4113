// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** The handler; Quarkus finds it, and Lambda calls Quarkus. */
public class Orders implements RequestHandler<Map<String, String>, Map<String, String>> {
    @Inject
    Stock stock;

    @Override
    public Map<String, String> handleRequest(Map<String, String> order, Context context) {
        return Map.of("ordered", stock.take(order.get("item")));
    }
}
