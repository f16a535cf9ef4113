// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The layers of the account. Functions keep a deleted version that they use, as on AWS. */
final class Layers {
    private static final int MOST_OF_A_FUNCTION = 5;

    private final Map<String, LayerVersion> byArn = new TreeMap<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();
    private final Account account;

    Layers(Account account) {
        this.account = account;
    }

    /**
     * Publishes the next version of a layer, the first if there is none.
     *
     * @throws AwsError InvalidParameterValueException if the name is invalid
     */
    LayerVersion publish(String name, FunctionCode content) {
        if (!name.matches("[a-zA-Z0-9-_]{1,140}")) {
            throw Refusals.invalid("Value '" + name
                    + "' at 'layerName' failed to satisfy constraint: Member must be [a-zA-Z0-9-_]{1,140}");
        }
        int number = lastNumber.merge(name, 1, Integer::sum);
        LayerVersion version = new LayerVersion(arn(name, Integer.toString(number)), content);
        byArn.put(version.arn(), version);
        return version;
    }

    /** The ARN of a version of a layer. */
    String arn(String name, String version) {
        return arn(name) + ":" + version;
    }

    /** The ARN of a layer. */
    String arn(String name) {
        return account.arn("lambda", "layer:" + name);
    }

    /** The names of layers that have a version. */
    Set<String> names() {
        return byArn.keySet().stream()
                .map(arn -> arn.replaceFirst("^.*:layer:", "").replaceFirst(":.*$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The versions of a layer that are there, the newest first. */
    List<LayerVersion> versions(String name) {
        int latest = lastNumber.getOrDefault(name, 0);
        return IntStream.rangeClosed(1, latest)
                .mapToObj(back -> byArn.get(arn(name, Integer.toString(latest + 1 - back))))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * A version.
     *
     * @throws AwsError ResourceNotFoundException
     */
    LayerVersion get(String arn) {
        LayerVersion version = byArn.get(arn);
        if (version == null) {
            throw Refusals.layerNotFound();
        }
        return version;
    }

    /** Deletes a version. Does nothing if it does not exist, as on AWS. */
    void delete(String arn) {
        byArn.remove(arn);
    }

    /**
     * The layers for a function.
     *
     * @throws AwsError InvalidParameterValueException if there are more than five, or if one does not exist
     */
    LayerStack stack(List<String> arns) {
        if (arns.size() > MOST_OF_A_FUNCTION) {
            throw Refusals.invalid("Cannot reference more than " + MOST_OF_A_FUNCTION + " layers.");
        }
        List<LayerVersion> versions = new ArrayList<>();
        for (String arn : arns) {
            if (!byArn.containsKey(arn)) {
                throw Refusals.invalid("Layer version " + arn + " does not exist.");
            }
            versions.add(byArn.get(arn));
        }
        return LayerStack.of(versions);
    }
}
