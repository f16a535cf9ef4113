// SPDX-License-Identifier: Apache-2.0
package com.example.orders

import com.amazonaws.services.lambda.runtime.Context
import com.amazonaws.services.lambda.runtime.RequestHandler
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse
import dev.stoker.warmable.WarmableHandler

/** The function's own handler. */
class Orders : RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    override fun handleRequest(event: APIGatewayV2HTTPEvent, context: Context): APIGatewayV2HTTPResponse =
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(200)
            .withBody("ordered ${event.pathParameters?.get("item") ?: "nothing"}")
            .build()
}

/** Stoker: the handler to set, one line of code. */
class WarmOrders : WarmableHandler(Orders())
