// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;

/** What names mean while a template is carried out. */
interface Scope {
    /** A parameter, a pseudo parameter or a resource; null for AWS::NoValue. */
    JsonNode ref(String name);

    /** An attribute of a resource. */
    String attribute(String resource, String attribute);

    /** Whether a condition holds. */
    boolean holds(String condition);
}
