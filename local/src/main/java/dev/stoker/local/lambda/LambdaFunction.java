// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.FunctionDefinition.FunctionStatistics;
import dev.stoker.local.lambda.environments.FunctionDefinition.FunctionVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function with its versions and aliases. */
final class LambdaFunction {
    private final String name;
    private final String arn;
    private final Map<String, FunctionVersion> published = new LinkedHashMap<>();
    private final Map<String, FunctionAlias> aliases = new TreeMap<>();
    private final FunctionStatistics statistics;
    private FunctionVersion latest;
    private Integer reserved;

    LambdaFunction(Account account, FunctionDefinition definition, long now, FunctionStatistics statistics) {
        this.name = definition.name();
        this.arn = account.functionArn(name);
        this.statistics = statistics;
        this.latest = new FunctionVersion(FunctionVersion.LATEST, definition, statistics, now);
    }

    /** The description of a version. Its ARN has the requested qualifier, if there is one. */
    FunctionConfiguration configuration(FunctionVersion version, String qualifier) {
        return new FunctionConfiguration(
                Functions.qualified(arn, qualifier), version.version(), version.definition(), version.modifiedAt());
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    FunctionVersion latest() {
        return latest;
    }

    FunctionStatistics statistics() {
        return statistics;
    }

    /** The reserved concurrency, or null. */
    Integer reserved() {
        return reserved;
    }

    void reserve(Integer concurrency) {
        reserved = concurrency;
    }

    /**
     * Updates $LATEST.
     *
     * @return the previous $LATEST
     */
    FunctionVersion update(FunctionDefinition definition, long now) {
        FunctionVersion former = latest;
        latest = new FunctionVersion(FunctionVersion.LATEST, definition, statistics, now);
        return former;
    }

    /** Publishes $LATEST. If nothing has changed since the last version, returns that version, as Lambda does. */
    FunctionVersion publish(long now) {
        FunctionVersion last = published.get(Integer.toString(published.size()));
        if (last != null && last.definition().equals(latest.definition())) {
            return last;
        }
        String number = Integer.toString(published.size() + 1);
        FunctionVersion version = new FunctionVersion(number, latest.definition(), statistics, now);
        published.put(number, version);
        return version;
    }

    /** All versions, $LATEST first. */
    List<FunctionVersion> versions() {
        List<FunctionVersion> all = new ArrayList<>();
        all.add(latest);
        all.addAll(published.values());
        return all;
    }

    FunctionAlias alias(String aliasName, String version, String description) {
        if (!aliasName.matches("(?!^[0-9]+$)[a-zA-Z0-9-_]{1,128}")) {
            throw Refusals.invalid(
                    "Value '" + aliasName + "' at 'name' failed to satisfy constraint: Member must satisfy"
                            + " regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
        }
        if (aliases.containsKey(aliasName)) {
            throw Refusals.exists("Alias already exists: " + arn + ":" + aliasName);
        }
        return pointAlias(aliasName, version, description);
    }

    /** Creates or changes an alias. */
    FunctionAlias pointAlias(String aliasName, String version, String description) {
        if (!version.equals(FunctionVersion.LATEST) && !published.containsKey(version)) {
            throw Refusals.functionNotFound(arn + ":" + version);
        }
        FunctionAlias alias = new FunctionAlias(arn + ":" + aliasName, aliasName, version, description);
        aliases.put(aliasName, alias);
        return alias;
    }

    void removeAlias(String aliasName) {
        aliases.remove(aliasName);
    }

    Map<String, FunctionAlias> aliases() {
        return aliases;
    }

    /**
     * The version for a qualifier; null means $LATEST.
     *
     * @throws AwsError if it does not exist
     */
    FunctionVersion version(String qualifier) {
        if (qualifier == null || qualifier.equals(FunctionVersion.LATEST)) {
            return latest;
        }
        FunctionAlias alias = aliases.get(qualifier);
        String number = alias == null ? qualifier : alias.version();
        FunctionVersion version = number.equals(FunctionVersion.LATEST) ? latest : published.get(number);
        if (version == null) {
            throw Refusals.functionNotFound(arn + ":" + qualifier);
        }
        return version;
    }
}
