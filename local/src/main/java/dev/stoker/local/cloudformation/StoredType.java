// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.Set;
import java.util.function.Function;

/**
 * A type of resource that is kept and does nothing: it lends others its name.
 *
 * @param deployedAs the type's name
 * @param properties what may stand under Properties
 * @param isIam whether it needs CAPABILITY_IAM
 * @param attributes what Fn::GetAtt can ask for
 * @param maker makes one
 */
record StoredType(
        String deployedAs,
        Shape properties,
        boolean isIam,
        Set<String> attributes,
        Function<ResourceRequest, Deployed> maker)
        implements ResourceType {
    @Override
    public Deployed create(ResourceRequest request) {
        return maker.apply(request);
    }
}
