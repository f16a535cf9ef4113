// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.Set;

/** A type of resource that can be deployed. */
interface ResourceType {
    /** The type's name after the SAM transform: what events and lists of resources tell. */
    String deployedAs();

    /** What may stand under Properties. */
    Shape properties();

    /** What Fn::GetAtt can ask for. */
    Set<String> attributes();

    /** Whether deploying it needs the capability CAPABILITY_IAM. */
    default boolean isIam() {
        return false;
    }

    /**
     * Makes one; runs on the timeline.
     *
     * @throws RuntimeException if it cannot be made: the message is the reason in the stack's events
     */
    Deployed create(ResourceRequest request);
}
