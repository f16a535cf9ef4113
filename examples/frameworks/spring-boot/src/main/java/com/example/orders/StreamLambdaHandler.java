// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import com.amazonaws.serverless.exceptions.ContainerInitializationException;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.spring.SpringBootLambdaContainerHandler;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The handler that the documentation of aws-serverless-java-container has one write, for events of API Gateway version 1. */
public class StreamLambdaHandler implements RequestStreamHandler {
    private static final SpringBootLambdaContainerHandler<AwsProxyRequest, AwsProxyResponse> HANDLER;

    static {
        try {
            HANDLER = SpringBootLambdaContainerHandler.getAwsProxyHandler(Orders.class);
        } catch (ContainerInitializationException e) {
            throw new IllegalStateException("Spring Boot does not start", e);
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        HANDLER.proxyStream(event, output, context);
    }
}
