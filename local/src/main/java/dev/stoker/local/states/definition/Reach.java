// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

/** Which members of {@code $states} a field's expressions may use, besides input and context. */
enum Reach {
    /** No others. */
    INPUT(""),
    /** {@code $states.result}: Output and Assign of a Task and a Map. */
    RESULT("result"),
    /** {@code $states.errorOutput}: Output and Assign of a Catch. */
    ERROR("errorOutput");

    private final String member;

    Reach(String member) {
        this.member = member;
    }

    boolean allows(String statesMember) {
        return statesMember.equals("input") || statesMember.equals("context") || statesMember.equals(member);
    }
}
