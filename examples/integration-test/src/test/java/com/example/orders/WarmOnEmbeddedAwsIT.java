// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.junit.EmbeddedAwsTest;
import org.junit.jupiter.api.Test;

/** A cycle proves three warm environments of the function, without Docker and without an account. */
@EmbeddedAwsTest(
        file = "target/orders.jar",
        handler = "dev.stoker.warmable.WarmableHandler::handleRequest",
        variables = "STOKER_HANDLER=com.example.orders.Orders::handleRequest")
class WarmOnEmbeddedAwsIT {
    @Test
    void three_environments_are_warm(EmbeddedAws aws, DeployedStack stoker) {
        var cycle = aws.run(stoker.outputs().get("KeepWarmArn"), "{\"function\":\"orders\",\"concurrency\":3}")
                .join();
        assertTrue(cycle.outputOrCause().contains("\"warm\":3"), cycle::toString);
    }
}
