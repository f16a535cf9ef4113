// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.FunctionVersion;
import dev.stoker.local.lambda.environments.FunctionVersion.FunctionStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/** A function with its versions and aliases. */
final class LambdaFunction {
    /** Source: Lambda developer guide, "Using tags on Lambda functions", read 2026-11. */
    private static final int MOST_TAGS = 50;

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final String name;
    private final String arn;
    private final Map<String, FunctionVersion> published = new LinkedHashMap<>();
    private final Aliases aliases;
    private final FunctionStatistics statistics;
    private final Map<String, String> tags = new TreeMap<>();
    private FunctionVersion latest;
    private int publications;
    private Optional<Integer> reserved = Optional.empty();

    LambdaFunction(Account account, FunctionDefinition definition, long now, FunctionStatistics statistics) {
        this.name = definition.name();
        this.arn = account.functionArn(name);
        this.aliases = new Aliases(arn, published::containsKey);
        this.statistics = statistics;
        this.latest = new FunctionVersion(FunctionVersion.LATEST, definition, statistics, now);
    }

    /** The description of the code that is not published. Its ARN has no qualifier. */
    FunctionConfiguration configuration() {
        return configuration(latest, Optional.empty());
    }

    /** The description of a version. Its ARN has the requested qualifier, if there is one. */
    FunctionConfiguration configuration(FunctionVersion version, Optional<String> qualifier) {
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

    /** The reserved concurrency; empty if none is reserved. */
    Optional<Integer> reserved() {
        return reserved;
    }

    void reserve(Optional<Integer> concurrency) {
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
        FunctionVersion last = published.get(Integer.toString(publications));
        if (last != null && last.definition().equals(latest.definition())) {
            return last;
        }
        publications++;
        String number = Integer.toString(publications);
        FunctionVersion version = new FunctionVersion(number, latest.definition(), statistics, now);
        published.put(number, version);
        return version;
    }

    /**
     * Deletes a published version. Its number is not used again.
     *
     * @throws AwsError if an alias points to it, or if it is $LATEST
     */
    FunctionVersion delete(String number) {
        List<String> users = aliases.all().values().stream()
                .filter(alias ->
                        alias.version().equals(number) || alias.weights().containsKey(number))
                .map(FunctionAlias::name)
                .toList();
        if (!users.isEmpty()) {
            throw Refusals.exists("Unable to delete version because the following aliases reference it: " + users);
        }
        if (number.equals(FunctionVersion.LATEST)) {
            throw Refusals.invalid("$LATEST version cannot be deleted without deleting the function.");
        }
        FunctionVersion gone = version(Optional.of(number));
        published.remove(number);
        return gone;
    }

    /** All versions, $LATEST first. */
    List<FunctionVersion> versions() {
        List<FunctionVersion> all = new ArrayList<>();
        all.add(latest);
        all.addAll(published.values());
        return all;
    }

    /** The tags by key. */
    Map<String, String> tags() {
        return tags;
    }

    /**
     * Adds tags, and replaces those with the same keys.
     *
     * @throws AwsError InvalidParameterValueException for what Lambda rejects
     */
    void tag(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(tags);
        all.putAll(more);
        if (all.size() > MOST_TAGS) {
            throw Refusals.invalid("Tags: a function has at most " + MOST_TAGS + ", got " + all.size() + ".");
        }
        more.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
                throw Refusals.invalid("Tags: a key has 1 to " + LONGEST_KEY + " characters and a value at most "
                        + LONGEST_VALUE + ", got " + key + "=" + value + ".");
            }
        });
        tags.putAll(more);
    }

    Aliases aliases() {
        return aliases;
    }

    /**
     * The version for a qualifier; $LATEST if there is none. For an alias with weights it is the main version.
     *
     * @throws AwsError if it does not exist
     */
    FunctionVersion version(Optional<String> qualifier) {
        return version(qualifier, share -> false);
    }

    /**
     * The version that one invocation reaches.
     *
     * @param draw whether something with this probability happens, for aliases with weights
     * @throws AwsError if it does not exist
     */
    FunctionVersion version(Optional<String> qualifier, DoublePredicate draw) {
        String number = qualifier.map(one -> aliases.route(one, draw)).orElse(FunctionVersion.LATEST);
        FunctionVersion version = number.equals(FunctionVersion.LATEST) ? latest : published.get(number);
        if (version == null) {
            throw Refusals.functionNotFound(Functions.qualified(arn, qualifier));
        }
        return version;
    }
}
