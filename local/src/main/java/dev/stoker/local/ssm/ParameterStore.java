// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.ssm;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The account's parameters. Call the methods within the timeline's events. */
public final class ParameterStore {
    /** Source: Systems Manager user guide, "Managing parameter tiers", standard. */
    public static final int MOST_CHARACTERS = 4096;

    /** Source: the same, advanced. */
    public static final int MOST_CHARACTERS_ADVANCED = 8192;

    /** Source: API reference, PutParameter, Name. */
    private static final int MOST_LEVELS = 15;

    private static final Set<String> TYPES = Set.of("String", "StringList");

    private final Timeline timeline;
    private final NavigableMap<String, StoredParameter> byName = new TreeMap<>();

    /** Creates the service without parameters. */
    public ParameterStore(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Sets a parameter.
     *
     * @param type String or StringList; empty keeps the type, or means String for a new parameter
     * @param overwrite whether to overwrite an existing parameter
     * @return its new version
     * @throws AwsError ParameterAlreadyExists; ValidationException for a name, type or value out of range
     */
    public long put(String name, String value, Optional<String> type, boolean overwrite) {
        return put(name, value, type, overwrite, MOST_CHARACTERS);
    }

    /**
     * The same with a tier.
     *
     * @param mostCharacters the maximum length in the tier: {@link #MOST_CHARACTERS} or
     *     {@link #MOST_CHARACTERS_ADVANCED}
     */
    public long put(String name, String value, Optional<String> type, boolean overwrite, int mostCharacters) {
        StoredParameter old = byName.get(name);
        String newType = type.orElse(old == null ? "String" : old.type());
        check(name, value, newType, mostCharacters);
        if (old != null && !overwrite) {
            throw new AwsError(
                    "ParameterAlreadyExists",
                    "The parameter already exists. To overwrite this value, set the overwrite option in the request to"
                            + " true.");
        }
        long version = old == null ? 1 : old.version() + 1;
        byName.put(name, new StoredParameter(name, value, newType, version, timeline.nowMillis()));
        return version;
    }

    private static void check(String name, String value, String type, int mostCharacters) {
        if (!name.matches("[a-zA-Z0-9_.\\-/]{1,1011}") || (name.contains("/") && !name.startsWith("/"))) {
            throw invalid(
                    "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path, it can"
                            + " consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of"
                            + " letters, numbers and the following 3 symbols .-_");
        }
        if (name.chars().filter(c -> c == '/').count() > MOST_LEVELS) {
            throw new AwsError(
                    "HierarchyLevelLimitExceededException",
                    "Parameter name must not have more than " + MOST_LEVELS + " levels, got " + name);
        }
        if (!TYPES.contains(type)) {
            throw invalid(
                    "Type: the embedded AWS covers String and StringList, got " + type + ". Store the text as it is.");
        }
        if (value.isEmpty() || value.length() > mostCharacters) {
            throw invalid("Parameters of this tier support a maximum parameter value of " + mostCharacters
                    + " characters, and at least one; got " + value.length() + ".");
        }
    }

    /** The protocol of the service. */
    public Api endpoint(Account account) {
        return SsmApi.of(this, account.arn("ssm", "parameter"));
    }

    /** Its task integrations. */
    public Map<String, TaskService> tasks() {
        return SsmTasks.of(this);
    }

    /** Finds a parameter. */
    public Optional<StoredParameter> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The parameters below a path.
     *
     * @param recursive whether to include all levels below
     * @throws AwsError ValidationException if the path does not begin with a slash
     */
    public List<StoredParameter> below(String path, boolean recursive) {
        if (!path.startsWith("/")) {
            throw invalid("The parameter path must begin with a forward slash, got " + path + ".");
        }
        String prefix = path.endsWith("/") ? path : path + "/";
        return byName.tailMap(prefix, false).values().stream()
                .takeWhile(parameter -> parameter.name().startsWith(prefix))
                .filter(parameter -> recursive || parameter.name().indexOf('/', prefix.length()) < 0)
                .toList();
    }

    /**
     * Deletes a parameter.
     *
     * @return false if it did not exist
     */
    public boolean delete(String name) {
        return byName.remove(name) != null;
    }

    private static AwsError invalid(String message) {
        return new AwsError("ValidationException", message);
    }

    /**
     * A parameter.
     *
     * @param name with its path
     * @param value at most 4,096 characters
     * @param type String or StringList
     * @param version 1 and upwards
     * @param modifiedAt milliseconds since the epoch
     */
    public record StoredParameter(String name, String value, String type, long version, long modifiedAt) {}
}
