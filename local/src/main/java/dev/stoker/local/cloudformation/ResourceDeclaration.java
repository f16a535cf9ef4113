// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A resource of a template.
 *
 * @param logicalId its name in the template
 * @param typeName as the template writes it
 * @param type what it is; null only while problems are gathered
 * @param properties what it is made with
 * @param dependsOn resources that come before it, beside those that it refers to
 * @param condition without which it is not made, or null
 */
record ResourceDeclaration(
        String logicalId,
        String typeName,
        ResourceType type,
        Value.Fields properties,
        List<String> dependsOn,
        String condition) {

    boolean isWanted(Predicate<String> holds) {
        return condition == null || holds.test(condition);
    }

    /** All names that must have a value before this can be made. */
    Set<String> needs(Predicate<String> holds) {
        return Stream.concat(dependsOn.stream(), properties.names(holds)).collect(Collectors.toSet());
    }
}
