// SPDX-License-Identifier: Apache-2.0
package com.example.orders;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** AWS's clients for an endpoint on this machine. */
record Clients(URI endpoint) {
    <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C create(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                // A synchronous execution answers when it ends, after 5 minutes at most; a second attempt would start another one.
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(310)))
                .overrideConfiguration(options -> options
                        // Else the client sends StartSyncExecution to sync-localhost.
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                        .retryStrategy(strategy -> strategy.maxAttempts(1)))
                .build();
    }
}
