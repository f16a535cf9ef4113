// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** A REST application. */
@Controller("/orders")
public class Orders {
    @Get("/{id}")
    public Map<String, String> find(String id) {
        return Map.of("found", id);
    }

    @Post
    public Map<String, String> place(@Body Map<String, String> order) {
        return Map.of("ordered", order.get("item"));
    }
}
