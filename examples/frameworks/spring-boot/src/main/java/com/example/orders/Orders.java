// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A REST application. */
@SpringBootApplication
@RestController
public class Orders {
    @GetMapping("/orders/{id}")
    public Map<String, String> find(@PathVariable String id) {
        return Map.of("found", id);
    }

    @PostMapping("/orders")
    public Map<String, String> place(@RequestBody Map<String, String> order) {
        return Map.of("ordered", order.get("item"));
    }
}
