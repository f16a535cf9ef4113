// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * The aliases of one function. An alias points to one version, or to two: then the second receives a share of the
 * invocations. Source of the rules: Lambda developer guide, "Implement Lambda canary deployments using a weighted
 * alias", and API reference, CreateAlias and UpdateAlias.
 */
final class Aliases {
    private final String functionArn;
    private final Predicate<String> isPublished;
    private final Map<String, FunctionAlias> byName = new TreeMap<>();
    private long revisions;

    /**
     * @param isPublished whether a number is that of a published version
     */
    Aliases(String functionArn, Predicate<String> isPublished) {
        this.functionArn = functionArn;
        this.isPublished = isPublished;
    }

    Map<String, FunctionAlias> all() {
        return byName;
    }

    /** @throws AwsError if the name is invalid or used, or if the alias cannot point there */
    FunctionAlias create(String name, String version, String description, Map<String, Double> weights) {
        if (!name.matches("(?!^[0-9]+$)[a-zA-Z0-9-_]{1,128}")) {
            throw Refusals.invalid("Value '" + name + "' at 'name' failed to satisfy constraint: Member must satisfy"
                    + " regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
        }
        if (byName.containsKey(name)) {
            throw Refusals.exists("Alias already exists: " + arn(name));
        }
        return put(name, version, description, weights);
    }

    /** @throws AwsError if there is no such alias, if it has another revision, or if it cannot point there */
    FunctionAlias change(String name, AliasChange change) {
        FunctionAlias before = byName.get(name);
        if (before == null) {
            throw Refusals.aliasNotFound(arn(name));
        }
        if (!change.revision().orElse(before.revision()).equals(before.revision())) {
            throw Refusals.otherRevision();
        }
        return put(
                name,
                change.version().orElse(before.version()),
                change.description().orElse(before.description()),
                change.weights().orElse(before.weights()));
    }

    private FunctionAlias put(String name, String version, String description, Map<String, Double> weights) {
        requireVersion(version, true);
        if (weights.size() > 1) {
            throw Refusals.invalid("Number of items in AdditionalVersionWeights cannot be greater than 1");
        }
        weights.forEach((other, weight) -> requireShare(version, other, weight));
        revisions++;
        FunctionAlias alias = new FunctionAlias(
                arn(name), name, version, description, weights, FunctionJson.id(arn(name) + " " + revisions));
        byName.put(name, alias);
        return alias;
    }

    private void requireShare(String version, String other, double weight) {
        if (weight < 0 || weight > 1) {
            throw new AwsError(
                    "ValidationException",
                    "1 validation error detected: Value '{" + other + "=" + weight
                            + "}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value"
                            + " must satisfy constraint: [Member must have value less than or equal to 1.0, Member"
                            + " must have value greater than or equal to 0.0, Member must not be null]");
        }
        if (version.equals(other)) {
            throw Refusals.invalid("Invalid function version " + other + ". Function version " + other
                    + " is already included in routing configuration.");
        }
        if (version.equals("$LATEST")) {
            throw Refusals.invalid("$LATEST is not supported for an alias pointing to more than 1 version");
        }
        requireVersion(other, false);
    }

    private void requireVersion(String version, boolean orLatest) {
        if (!isPublished.test(version) && !(orLatest && version.equals("$LATEST"))) {
            throw Refusals.functionNotFound(functionArn + ":" + version);
        }
    }

    void remove(String name) {
        byName.remove(name);
    }

    /**
     * The version that one invocation of an alias reaches.
     *
     * @param draw whether something with this probability happens, decided once for each invocation
     * @return the number or {@code $LATEST}; the qualifier itself if it is not an alias
     */
    String route(String qualifier, DoublePredicate draw) {
        FunctionAlias alias = byName.get(qualifier);
        if (alias == null) {
            return qualifier;
        }
        return alias.weights().entrySet().stream()
                .filter(other -> draw.test(other.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(alias.version());
    }

    private String arn(String name) {
        return functionArn + ":" + name;
    }

    /**
     * A change of an alias. What is empty stays.
     *
     * @param version the new version
     * @param description the new description
     * @param weights the new weights; an empty map removes them
     * @param revision the revision that the alias must have; empty for any
     */
    record AliasChange(
            Optional<String> version,
            Optional<String> description,
            Optional<Map<String, Double>> weights,
            Optional<String> revision) {
        /** Changes all, whatever the revision is. */
        static AliasChange to(String version, String description, Map<String, Double> weights) {
            return new AliasChange(
                    Optional.of(version), Optional.of(description), Optional.of(weights), Optional.empty());
        }
    }
}
