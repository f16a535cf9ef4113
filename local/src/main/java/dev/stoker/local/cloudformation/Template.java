// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.List;
import java.util.Map;

/**
 * A template that says nothing but what is covered.
 *
 * @param description any text, or null
 * @param parameters by name
 * @param rules that its parameters must keep
 * @param conditions by name
 * @param resources in their order
 * @param outputs in their order
 * @param transformed whether SAM is to transform it
 */
record Template(
        String description,
        Map<String, ParameterDeclaration> parameters,
        List<RuleDeclaration> rules,
        Map<String, Condition> conditions,
        List<ResourceDeclaration> resources,
        List<OutputDeclaration> outputs,
        boolean transformed) {}
