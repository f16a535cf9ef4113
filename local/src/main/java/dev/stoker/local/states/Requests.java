// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import java.nio.charset.StandardCharsets;

/** Checks values in requests: names, and the inputs of executions. */
final class Requests {
    private static final int MOST_NAME_LENGTH = 80;
    private static final String NOT_IN_A_NAME = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private Requests() {}

    /** @throws AwsError InvalidName */
    static void requireName(String name) {
        boolean fits = !name.isEmpty()
                && name.length() <= MOST_NAME_LENGTH
                && name.chars().noneMatch(c -> c <= ' ' || (c >= 0x7F && c <= 0x9F) || NOT_IN_A_NAME.indexOf(c) >= 0);
        if (!fits) {
            throw new AwsError("InvalidName", "Invalid Name: '" + name + "'");
        }
    }

    /**
     * What is no ARN names nothing. Wording: as recorded on AWS.
     *
     * @throws AwsError InvalidArn
     */
    static void requireArn(String arn) {
        if (!arn.startsWith("arn:")) {
            throw new AwsError("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
        }
    }

    /**
     * What is there for the executions of standard machines alone, and so for none of Express.
     *
     * @throws AwsError InvalidArn, as AWS answers for an Express execution
     */
    static void requireStandard(String executionArn) {
        requireArn(executionArn);
        String[] parts = executionArn.split(":", -1);
        String kind = parts.length > 5 ? parts[5] : "";
        if (!kind.equals(StateMachineType.STANDARD.arnKind)) {
            throw new AwsError("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + kind + "'");
        }
    }

    /**
     * The input that a text holds.
     *
     * @param input JSON
     * @throws AwsError ValidationException if it is too large, InvalidExecutionInput if it is not JSON
     */
    static Object read(String input) {
        requireSize(input.getBytes(StandardCharsets.UTF_8).length);
        try {
            return Json.parse(input);
        } catch (Json.MalformedJson e) {
            throw new AwsError(
                    "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }

    /**
     * Checks an input that is a JSON value.
     *
     * @throws AwsError ValidationException if it is too large
     */
    static Object checked(Object input) {
        requireSize(Json.size(input));
        return input;
    }

    private static void requireSize(long bytes) {
        if (bytes > Exit.MOST_BYTES) {
            throw new AwsError(
                    "ValidationException",
                    "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have"
                            + " length less than or equal to " + Exit.MOST_BYTES);
        }
    }
}
