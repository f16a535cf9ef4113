// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;

/** Explains why an execution failed for another reason than a shortfall. */
public final class ExecutionTrouble {
    private ExecutionTrouble() {}

    /** The failure that tells it: an invalid input with all its problems. */
    public static Failure explain(Execution execution) {
        if (execution.error().equals("Stoker.InvalidInput")) {
            return InvalidInput.explain(execution.cause());
        }
        String error = OneLine.of(execution.error());
        if (execution.status().equals("TIMED_OUT")) {
            return failure(
                    error.isEmpty() ? "States.Timeout" : error,
                    "The cycle did not end within its 5 minutes.",
                    "Lower timeoutSeconds or maxRounds, or split the targets over several runs.");
        }
        return failure(
                error.isEmpty() ? "Stoker.CycleFailed" : error, explanation(error, execution.cause()), remedy(error));
    }

    /** The failure for an execution whose output is not that of a cycle. The exit code of a shortfall stays. */
    public static Failure notACycle(ExitCode exit) {
        return new Failure(
                exit,
                exit == ExitCode.SHORTFALL ? "Stoker.Shortfall" : "Stoker.NotACycle",
                "The execution ended, but its output is not the output of a cycle. Give the ARN of the state machine"
                        + " keep-warm, which is the stack's output KeepWarmArn.");
    }

    private static String explanation(String error, String cause) {
        String why = OneLine.sentence(cause);
        return "The cycle failed with " + (error.isEmpty() ? "an error without a name" : error)
                + (why.isEmpty() ? "." : ": " + why);
    }

    private static String remedy(String error) {
        return switch (error) {
            case "States.DataLimitExceeded" -> "Use fewer targets, or a smaller payload, in one run.";
            case "States.Permissions" -> "Deploy the stack again: its role lacks a permission.";
            default -> "The state machine's log shows the state that failed.";
        };
    }

    private static Failure failure(String code, String what, String remedy) {
        return new Failure(ExitCode.FAILED, code, what + " " + remedy);
    }
}
