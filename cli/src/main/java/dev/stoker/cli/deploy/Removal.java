// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.output.Approval;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.promote.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes everything of a stack away: first the stack, so that no cycle stores anything any more, then the memory of its
 * cycles, then its files. It can be run again at any point.
 */
final class Removal {
    private final Console console;
    private final AwsClients clients;
    private final Approval approval;
    private final Pace pace;

    Removal(Console console, AwsClients clients, Approval approval, Pace pace) {
        this.console = console;
        this.clients = clients;
        this.approval = approval;
        this.pace = pace;
    }

    /**
     * What was deleted.
     *
     * @param stack whether there was a stack
     * @param memory the number of parameters
     * @param files the number of uploaded files
     * @param bucket whether Stoker's own bucket was deleted, since no stack has files in it any more
     */
    record Removed(boolean stack, int memory, int files, boolean bucket) {
        static final Removed NOTHING = new Removed(false, 0, 0, false);
    }

    /**
     * Takes it away.
     *
     * @throws Failure if the answer is no, or if something cannot be deleted
     */
    Removed run(StackCalls stack, FileBucket bucket) {
        Optional<StackState> there = stack.find();
        there.ifPresent(StackTrouble::refuse);
        try (CycleMemory memory = new CycleMemory(clients, stack.name())) {
            List<String> remembered = memory.names();
            boolean hasBucket = bucket.exists();
            Map<String, Long> files = hasBucket ? bucket.files() : Map.of();
            if (there.isEmpty() && remembered.isEmpty() && files.isEmpty()) {
                return Removed.NOTHING;
            }
            announce(stack.name(), there, remembered.size(), files, bucket.name());
            if (!approval.isGiven(console, "Delete all of it?")) {
                throw new Failure(ExitCode.FAILED, "Stoker.Declined", "Nothing was deleted.");
            }
            there.ifPresent(existing -> delete(stack, existing));
            // A cycle may have stored something until the stack was gone.
            List<String> last = memory.names();
            memory.delete(last);
            bucket.deleteFiles(files.keySet());
            return new Removed(there.isPresent(), last.size(), files.size(), hasBucket && bucket.deleteIfEmpty());
        }
    }

    private void announce(
            String name, Optional<StackState> stack, int remembered, Map<String, Long> files, String bucket) {
        List<String> parts = new ArrayList<>();
        stack.ifPresent(there -> parts.add("the stack " + name + " (" + there.status() + ")"));
        if (remembered > 0) {
            parts.add(
                    "the memory of its cycles (" + Count.of(remembered, "parameter") + " below /stoker/" + name + ")");
        }
        if (!files.isEmpty()) {
            parts.add(Count.of(files.size(), "file") + " below stoker/" + name + "/ in the bucket " + bucket);
        }
        console.note("This deletes " + String.join(", and ", parts) + ".");
    }

    private void delete(StackCalls stack, StackState there) {
        StackWatch watch =
                new StackWatch(stack, there.id(), there.status(), pace, "Deleting the stack " + stack.name());
        Optional<StackState> end = Progress.during(
                console,
                watch::doing,
                "CloudFormation continues to delete the stack. Run the command again to delete the memory and the files.",
                () -> {
                    stack.delete(there.id());
                    return watch.await();
                });
        end.filter(left -> !left.isDeleted()).ifPresent(left -> {
            throw StackTrouble.failed(left, watch.firstFailure());
        });
    }
}
