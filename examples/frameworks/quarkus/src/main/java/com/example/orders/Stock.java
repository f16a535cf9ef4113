// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean. */
@ApplicationScoped
public class Stock {
    public String take(String item) {
        if (item == null) {
            throw new IllegalArgumentException("an order must name its item");
        }
        return item;
    }
}
