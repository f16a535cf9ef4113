// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * A resource that a change set would change.
 *
 * @param action Add, Modify, Remove and the like
 * @param resource its name in the template
 * @param type such as AWS::IAM::Role
 * @param replaced whether another one may take its place
 */
record PlannedChange(String action, String resource, String type, boolean replaced) {
    static PlannedChange of(ResourceChange change) {
        Replacement replacement = change.replacement();
        return new PlannedChange(
                change.actionAsString(),
                change.logicalResourceId(),
                change.resourceType(),
                replacement == Replacement.TRUE || replacement == Replacement.CONDITIONAL);
    }

    /** The action for people. */
    String words() {
        return replaced ? action + ", may replace" : action;
    }
}
