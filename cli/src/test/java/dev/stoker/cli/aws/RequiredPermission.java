// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The permission that a request needs. Source: Service Authorization Reference, read 2026-11.
 *
 * @param action such as lambda:GetAlias
 * @param resource the ARN in the request, including alias or version; {@code *} if the action has no resource
 */
public record RequiredPermission(String action, String resource) {
    private static final String PLACE = ":us-east-1:000000000000:";
    private static final String BARE = "/(?:2015-03-31|2019-09-30)/functions/([^/?]+)";
    private static final Map<String, String> CHANGES = Map.of(
            "PUT " + BARE + "/aliases/(?<alias>[^/?]+)",
            "lambda:UpdateAlias",
            "POST " + BARE + "/versions",
            "lambda:PublishVersion",
            "POST " + BARE + "/invocations",
            "lambda:InvokeFunction");
    private static final Map<String, String> BY_PATH = Map.of(
            BARE + "/configuration",
            "lambda:GetFunctionConfiguration",
            BARE,
            "lambda:GetFunction",
            BARE + "/aliases",
            "lambda:ListAliases",
            BARE + "/aliases/(?<alias>[^/?]+)",
            "lambda:GetAlias",
            BARE + "/concurrency",
            "lambda:GetFunctionConcurrency",
            BARE + "/provisioned-concurrency",
            "lambda:ListProvisionedConcurrencyConfigs");

    /** The permission of a request; empty for a download, which has a signed URL. */
    public static Optional<RequiredPermission> of(FakeAws.Request request) {
        return switch (request.operation()) {
            case "StartExecution", "StartSyncExecution", "DescribeStateMachine" ->
                Optional.of(new RequiredPermission("states:" + request.operation(), field(request, "stateMachineArn")));
            case "FilterLogEvents" ->
                Optional.of(new RequiredPermission(
                        "logs:FilterLogEvents",
                        "arn:aws:logs" + PLACE + "log-group:" + field(request, "logGroupName")));
            case "DescribeStacks" ->
                Optional.of(new RequiredPermission(
                        "cloudformation:DescribeStacks",
                        "arn:aws:cloudformation" + PLACE + "stack/" + form(request, "StackName") + "/0-0-0"));
            case "SimulatePrincipalPolicy" ->
                Optional.of(new RequiredPermission("iam:SimulatePrincipalPolicy", form(request, "PolicySourceArn")));
            case "GetMetricData" -> Optional.of(new RequiredPermission("cloudwatch:GetMetricData", "*"));
            case "GetMetricStatistics" -> Optional.of(new RequiredPermission("cloudwatch:GetMetricStatistics", "*"));
            default -> rest(request.operation());
        };
    }

    private static Optional<RequiredPermission> rest(String methodAndPath) {
        if (methodAndPath.endsWith(".zip")) {
            return Optional.empty();
        }
        String get = URLDecoder.decode(methodAndPath.replaceFirst("^GET ", ""), StandardCharsets.UTF_8);
        if (get.startsWith("/2016-08-19/account-settings")) {
            return Optional.of(new RequiredPermission("lambda:GetAccountSettings", "*"));
        }
        if (get.equals("/2015-03-31/functions")) {
            return Optional.of(new RequiredPermission("lambda:ListFunctions", "*"));
        }
        if (get.startsWith("/2017-03-31/tags/")) {
            return Optional.of(new RequiredPermission("lambda:ListTags", get.substring("/2017-03-31/tags/".length())));
        }
        Matcher layer = Pattern.compile("/2018-10-31/layers\\?find=LayerVersion&Arn=(.+)")
                .matcher(get);
        if (layer.matches()) {
            return Optional.of(new RequiredPermission("lambda:GetLayerVersion", layer.group(1)));
        }
        Map<String, String> all = new HashMap<>(BY_PATH);
        all.putAll(CHANGES);
        for (Map.Entry<String, String> known : all.entrySet()) {
            Matcher function = Pattern.compile(known.getKey() + "(?:\\?(?:Qualifier=(?<qualifier>.+)|List=ALL))?")
                    .matcher(get);
            if (function.matches()) {
                String qualifier =
                        known.getKey().contains("<alias>") ? function.group("alias") : function.group("qualifier");
                return Optional.of(new RequiredPermission(
                        known.getValue(), arn(function.group(1)) + (qualifier == null ? "" : ":" + qualifier)));
            }
        }
        throw new AssertionError("a request that this test does not know: " + methodAndPath);
    }

    private static String arn(String function) {
        return function.startsWith("arn:") ? function : "arn:aws:lambda" + PLACE + "function:" + function;
    }

    private static String field(FakeAws.Request request, String name) {
        try {
            JsonNode body = Json.read(request.body());
            return body.get(name).textValue();
        } catch (JsonProcessingException other) {
            throw new AssertionError(request.toString(), other);
        }
    }

    private static String form(FakeAws.Request request, String name) {
        Matcher value = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(request.body());
        if (!value.find()) {
            throw new AssertionError("no " + name + " in " + request);
        }
        return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
    }

    /** Whether a statement's action and resource, each perhaps with {@code *} in it, allow this. */
    public boolean isAllowedBy(String allowedAction, String allowedResource) {
        return action.equals(allowedAction)
                && Pattern.matches(Pattern.quote(allowedResource).replace("*", "\\E.*\\Q"), resource);
    }
}
