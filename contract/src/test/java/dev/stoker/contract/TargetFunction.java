// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.waiters.LambdaWaiter;

/** A deployed Lambda function that cycles keep warm and users invoke. Closing deletes it and ends its environments. */
final class TargetFunction implements AutoCloseable {
    private final Account account;
    private final String name;
    private final String arn;

    TargetFunction(Account account, String name, String arn) {
        this.account = account;
        this.name = name;
        this.arn = arn;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    /**
     * Publishes a version.
     *
     * @return its number
     */
    String publishVersion() {
        return account.lambda()
                .publishVersion(request -> request.functionName(name))
                .version();
    }

    void createAlias(String alias, String version) {
        account.lambda()
                .createAlias(request -> request.functionName(name).name(alias).functionVersion(version));
    }

    /** The version that an alias points to. */
    String aliasVersion(String alias) {
        return account.lambda()
                .getAlias(request -> request.functionName(name).name(alias))
                .functionVersion();
    }

    /** Adds environment variables to $LATEST, or replaces those with the same names, and waits until that is done. */
    void addVariables(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(account.lambda()
                .getFunctionConfiguration(request -> request.functionName(name))
                .environment()
                .variables());
        all.putAll(variables);
        account.lambda()
                .updateFunctionConfiguration(
                        request -> request.functionName(name).environment(environment -> environment.variables(all)));
        try (LambdaWaiter waiter = LambdaWaiter.builder()
                .client(account.lambda())
                .overrideConfiguration(Patience.lookingEvery(Duration.ofMillis(100)))
                .build()) {
            waiter.waitUntilFunctionUpdatedV2(request -> request.functionName(name));
        }
    }

    void tag(String key, String value) {
        account.lambda().tagResource(request -> request.resource(arn).tags(Map.of(key, value)));
    }

    void reserveConcurrency(int environments) {
        account.lambda()
                .putFunctionConcurrency(
                        request -> request.functionName(name).reservedConcurrentExecutions(environments));
    }

    /**
     * Invokes it as a user does.
     *
     * @return the answer
     * @throws software.amazon.awssdk.services.lambda.model.TooManyRequestsException if it is throttled
     * @throws IllegalStateException if the function failed
     */
    String invoke(String event) {
        return answer(
                account.users().invoke(request -> request.functionName(name).payload(SdkBytes.fromUtf8String(event))));
    }

    /** The same for an alias. */
    String invoke(String alias, String event) {
        return answer(account.users()
                .invoke(request ->
                        request.functionName(name).qualifier(alias).payload(SdkBytes.fromUtf8String(event))));
    }

    private String answer(InvokeResponse response) {
        String answer = response.payload().asUtf8String();
        if (response.functionError() != null) {
            throw new IllegalStateException(name + " failed: " + answer);
        }
        return answer;
    }

    /** Invokes it on another thread. */
    CompletableFuture<String> invokeMeanwhile(String event, Executor threads) {
        return CompletableFuture.supplyAsync(() -> invoke(event), threads);
    }

    @Override
    public void close() {
        account.lambda().deleteFunction(request -> request.functionName(name));
    }

    @Override
    public String toString() {
        return name;
    }
}
