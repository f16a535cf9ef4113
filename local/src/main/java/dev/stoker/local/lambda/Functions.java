// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.Aliases.AliasChange;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import dev.stoker.local.lambda.code.FunctionCode.TooLargeException;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import dev.stoker.local.lambda.environments.FunctionVersion;
import dev.stoker.local.lambda.environments.FunctionVersion.FunctionStatistics;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The functions of the account: Lambda's control plane. A function is named by name, partial ARN or ARN, as in AWS's
 * own requests. Call the methods within the timeline's events.
 */
public final class Functions {
    private final Map<String, LambdaFunction> byName = new TreeMap<>();
    private final Timeline timeline;
    private final LambdaSettings settings;
    private final Function<String, Optional<String>> refusal;
    private final Consumer<FunctionVersion> retired;
    private final Layers layers;

    /**
     * No function yet.
     *
     * @param refusal why a runtime cannot run here
     * @param retired receives versions that can no longer be invoked
     */
    Functions(
            Timeline timeline,
            LambdaSettings settings,
            Function<String, Optional<String>> refusal,
            Consumer<FunctionVersion> retired) {
        this.timeline = timeline;
        this.settings = settings;
        this.refusal = refusal;
        this.retired = retired;
        this.layers = new Layers(settings.account());
    }

    Layers layers() {
        return layers;
    }

    /**
     * Reads the package of a function or a layer.
     *
     * @param zip as it was uploaded; not copied
     * @throws AwsError InvalidParameterValueException if it cannot be unpacked, or is larger then than Lambda allows
     */
    public static FunctionCode readPackage(byte[] zip) {
        try {
            return FunctionCode.of(zip);
        } catch (TooLargeException tooLarge) {
            throw Refusals.invalid("Unzipped size must be smaller than " + FunctionCode.LARGEST_UNZIPPED + " bytes");
        } catch (IllegalArgumentException unreadable) {
            throw Refusals.invalid("Could not unzip uploaded file. Please check your file, then try to upload again. "
                    + unreadable.getMessage());
        }
    }

    /**
     * Publishes the next version of a layer, the first if there is none.
     *
     * @throws AwsError InvalidParameterValueException if the name is invalid
     */
    public LayerVersion publishLayer(String name, FunctionCode content) {
        return layers.publish(name, content);
    }

    /** Deletes a version of a layer. Does nothing if it does not exist, as on AWS. */
    public void deleteLayer(String arn) {
        layers.delete(arn);
    }

    /**
     * The layers for a function.
     *
     * @throws AwsError InvalidParameterValueException if there are more than five, or if one does not exist
     */
    public LayerStack stackOfLayers(List<String> arns) {
        return layers.stack(arns);
    }

    /**
     * Creates a function, which is Active at once.
     *
     * @throws AwsError ResourceConflictException if there is one of that name; InvalidParameterValueException if its runtime
     *     cannot run here
     */
    public FunctionConfiguration create(FunctionDefinition definition) {
        requireRuntime(definition);
        if (byName.containsKey(definition.name())) {
            throw Refusals.exists("Function already exist: " + definition.name());
        }
        LambdaFunction function = new LambdaFunction(
                settings.account(), definition, timeline.nowMillis(), new FunctionStatistics(settings));
        byName.put(definition.name(), function);
        return function.configuration();
    }

    private void requireRuntime(FunctionDefinition definition) {
        refusal.apply(definition.runtime()).ifPresent(why -> {
            throw Refusals.invalid(why);
        });
    }

    /**
     * Describes a function, or the version or alias in its name.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public FunctionConfiguration get(String function) {
        return get(function, Optional.empty());
    }

    /**
     * Describes a function, or its version or alias.
     *
     * @param qualifier the version or alias; if the name has one too, it must be the same
     * @throws AwsError ResourceNotFoundException
     */
    FunctionConfiguration get(String function, Optional<String> qualifier) {
        FunctionRef ref = FunctionRef.parse(function, qualifier, settings.account());
        LambdaFunction found = named(ref);
        return found.configuration(found.version(ref.qualifier()), ref.qualifier());
    }

    /** The definition of a function, or of the version or alias in its name; empty if it does not exist. */
    public Optional<FunctionDefinition> find(String function) {
        try {
            return Optional.of(get(function).definition());
        } catch (AwsError none) {
            return Optional.empty();
        }
    }

    /** All functions by name, as $LATEST. */
    public List<FunctionConfiguration> list() {
        return byName.values().stream()
                .map(function -> function.configuration())
                .toList();
    }

    /** The definitions of all versions that can be invoked. */
    Stream<FunctionDefinition> invocable() {
        return byName.values().stream()
                .flatMap(function -> function.versions().stream())
                .map(FunctionVersion::definition);
    }

    /**
     * Changes $LATEST, its code or its configuration. Free environments end now, the others after their invocation.
     *
     * @throws AwsError ResourceNotFoundException, or whatever the new definition throws
     */
    public FunctionConfiguration update(String function, UnaryOperator<FunctionDefinition> change) {
        LambdaFunction found = named(function);
        FunctionDefinition changed = change.apply(found.latest().definition());
        requireRuntime(changed);
        retired.accept(found.update(changed, timeline.nowMillis()));
        return found.configuration();
    }

    /**
     * Deletes a function with all its versions, aliases and environments.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public void delete(String function) {
        LambdaFunction found = named(function);
        byName.remove(found.name());
        found.versions().forEach(retired);
    }

    /**
     * Publishes $LATEST as a version.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public FunctionConfiguration publishVersion(String function) {
        LambdaFunction found = named(function);
        FunctionVersion published = found.publish(timeline.nowMillis());
        return found.configuration(published, Optional.of(published.version()));
    }

    /**
     * Deletes a published version with its environments.
     *
     * @throws AwsError ResourceNotFoundException; ResourceConflictException if an alias points to it
     */
    public void deleteVersion(String function, String version) {
        retired.accept(named(function).delete(version));
    }

    /**
     * All versions, $LATEST first.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public List<FunctionConfiguration> versions(String function) {
        LambdaFunction found = named(function);
        return found.versions().stream()
                .map(version -> found.configuration(version, Optional.of(version.version())))
                .toList();
    }

    /**
     * Creates an alias for a version, without a description and without another version.
     *
     * @throws AwsError ResourceConflictException if the alias exists, ResourceNotFoundException
     */
    public FunctionAlias createAlias(String function, String alias, String version) {
        return createAlias(function, alias, version, "", Map.of());
    }

    /**
     * Creates an alias for a version.
     *
     * @param weights at most one other version, and its share of the invocations, 0 to 1
     * @throws AwsError ResourceConflictException if the alias exists, ResourceNotFoundException
     */
    public FunctionAlias createAlias(
            String function, String alias, String version, String description, Map<String, Double> weights) {
        return named(function).aliases().create(alias, version, description, weights);
    }

    /**
     * Changes an alias. The environments of its former version stay until they have been idle for long enough.
     *
     * @throws AwsError ResourceNotFoundException; PreconditionFailedException if the alias has another revision
     */
    FunctionAlias updateAlias(String function, String alias, AliasChange change) {
        return named(function).aliases().change(alias, change);
    }

    /**
     * Points an alias to a version.
     *
     * @param weights at most one other version, and its share of the invocations, 0 to 1
     * @throws AwsError ResourceNotFoundException
     */
    public FunctionAlias moveAlias(
            String function, String alias, String version, String description, Map<String, Double> weights) {
        return updateAlias(function, alias, AliasChange.to(version, description, weights));
    }

    /**
     * Deletes an alias. Does nothing if it does not exist, as on Lambda.
     *
     * @throws AwsError ResourceNotFoundException if the function does not exist
     */
    public void deleteAlias(String function, String alias) {
        named(function).aliases().remove(alias);
    }

    /**
     * Describes an alias.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public FunctionAlias alias(String function, String alias) {
        LambdaFunction found = named(function);
        FunctionAlias described = found.aliases().all().get(alias);
        if (described == null) {
            throw Refusals.aliasNotFound(found.arn() + ":" + alias);
        }
        return described;
    }

    /**
     * All aliases of a function by name.
     *
     * @throws AwsError ResourceNotFoundException
     */
    public List<FunctionAlias> aliases(String function) {
        return List.copyOf(named(function).aliases().all().values());
    }

    /**
     * The tags of a function.
     *
     * @param arn its ARN without version and alias
     * @throws AwsError ResourceNotFoundException, or InvalidParameterValueException if the ARN names a version or an alias
     */
    public Map<String, String> tags(String arn) {
        return Map.copyOf(tagged(arn).tags());
    }

    /**
     * Adds tags to a function, and replaces those with the same keys.
     *
     * @param arn its ARN without version and alias
     * @throws AwsError ResourceNotFoundException, or InvalidParameterValueException for what Lambda rejects
     */
    public void tag(String arn, Map<String, String> tags) {
        tagged(arn).tag(tags);
    }

    /**
     * Removes tags from a function.
     *
     * @param arn its ARN without version and alias
     * @throws AwsError ResourceNotFoundException, or InvalidParameterValueException if the ARN names a version or an alias
     */
    public void untag(String arn, Collection<String> keys) {
        tagged(arn).tags().keySet().removeAll(Set.copyOf(keys));
    }

    private LambdaFunction tagged(String arn) {
        FunctionRef ref = FunctionRef.parse(arn, settings.account());
        if (ref.qualifier().isPresent()) {
            throw Refusals.invalid("Resource: tags belong to a function, not to its versions and aliases, got " + arn
                    + ". Leave the qualifier out.");
        }
        return named(ref);
    }

    LambdaFunction named(String function) {
        return named(FunctionRef.parse(function, settings.account()));
    }

    LambdaFunction named(FunctionRef ref) {
        LambdaFunction function = byName.get(ref.name());
        if (function == null) {
            throw Refusals.functionNotFound(qualified(settings.account().functionArn(ref.name()), ref.qualifier()));
        }
        return function;
    }

    List<LambdaFunction> all() {
        return new ArrayList<>(byName.values());
    }

    static String qualified(String arn, Optional<String> qualifier) {
        return qualifier.map(one -> arn + ":" + one).orElse(arn);
    }

    /**
     * An alias.
     *
     * @param arn the function's ARN with the alias
     * @param name 1 to 128 characters of a-z A-Z 0-9 - _, not digits alone
     * @param version the version that it points to
     * @param description any text
     * @param weights a second version, and its share of the invocations, 0 to 1; empty if there is none
     * @param revision changes with each change of the alias
     */
    public record FunctionAlias(
            String arn, String name, String version, String description, Map<String, Double> weights, String revision) {
        /** Copies the weights. */
        public FunctionAlias {
            weights = Map.copyOf(weights);
        }
    }

    /**
     * The description of a function's version. Its state is always Active.
     *
     * @param arn the ARN, with the version or alias of the request
     * @param version {@code $LATEST} or a number
     * @param definition its definition
     * @param modifiedAt milliseconds since the epoch
     */
    public record FunctionConfiguration(String arn, String version, FunctionDefinition definition, long modifiedAt) {}
}
