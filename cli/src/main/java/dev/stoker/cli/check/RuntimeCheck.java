// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.input.WarmProtocol;
import java.util.Set;

/** Checks {@code runtime}, {@code memory} and {@code vpc}: the runtime, memory and network of the environments. */
final class RuntimeCheck implements Check {
    /** Too old for the library, which needs Java 17. */
    private static final Set<String> OLD_JAVA = Set.of("java8", "java8.al2", "java11");

    /**
     * Lambda gives CPU by memory, a whole vCPU at 1,769 MB (developer guide, "configuration-memory"). Below an eighth
     * of one, a JVM is so slow that arrivals spread widely. The exact limit is our choice.
     */
    private static final int LITTLE_MEGABYTES = 256;

    private final PlannedUse plannedUse;

    RuntimeCheck(PlannedUse plannedUse) {
        this.plannedUse = plannedUse;
    }

    @Override
    public void look(Target target, Findings findings) {
        lookAtRuntime(target, findings);
        lookAtMemory(target, findings);
        if (target.configuration().vpcConfig() != null
                && !target.configuration().vpcConfig().subnetIds().isEmpty()) {
            findings.note(
                    "vpc",
                    "It is in a VPC. Sleep tasks need no network, so they work there. All its environments share the"
                            + " same IP addresses, so more environments need no more addresses.",
                    "Nothing to do for Stoker. Everything that each environment connects to, such as a database, must"
                            + " accept all of them at once.");
        } else {
            findings.pass("vpc", "none");
        }
    }

    private void lookAtRuntime(Target target, Findings findings) {
        if (plannedUse.protocol() != WarmProtocol.STOKER) {
            findings.pass("runtime", target.isImage() ? "a container image" : target.runtime());
        } else if (target.isImage()) {
            findings.unknown(
                    "runtime",
                    "It is a container image, so its runtime is not known.",
                    "Make sure that it has Java 17 or later if it contains Stoker's library.");
        } else if (OLD_JAVA.contains(target.runtime())) {
            findings.error(
                    "runtime",
                    "Its runtime is " + target.runtime() + ", and Stoker's library needs Java 17.",
                    "Change it to java21: aws lambda update-function-configuration " + target.cliName()
                            + " --runtime java21.");
        } else if (target.runtime().startsWith("provided.")) {
            findings.note(
                    "runtime",
                    "Its runtime is " + target.runtime() + ": its own program must answer the warm event.",
                    "docs/protocol.md describes the event and the answer, and examples/native-bootstrap is a program.");
        } else if (!hasLibrary(target)) {
            findings.warning(
                    "runtime",
                    "Its runtime is " + target.runtime()
                            + ", and Stoker's library is for Java, Python and Node.js: only"
                            + " its own code can answer the warm event.",
                    "Make its code answer events that begin with {\"stoker\":, and set proof to none if the answer"
                            + " does not identify its environment.");
        } else {
            findings.pass("runtime", target.runtime());
        }
    }

    /** Also for versions that are newer than the embedded AWS. */
    private static boolean hasLibrary(Target target) {
        return target.isJava()
                || target.runtime().startsWith("python3.")
                || target.runtime().startsWith("nodejs");
    }

    private static void lookAtMemory(Target target, Findings findings) {
        int megabytes = target.configuration().memorySize();
        if (megabytes < LITTLE_MEGABYTES && (target.isJava() || target.isImage())) {
            findings.warning(
                    "memory",
                    "It has " + megabytes
                            + " MB, and CPU is proportional to memory (one vCPU at 1,769 MB). With little CPU, sleep"
                            + " tasks arrive far apart, and holds become long.",
                    "Give it 512 MB or more: aws lambda update-function-configuration " + target.cliName()
                            + " --memory-size 512.");
        } else {
            findings.pass("memory", megabytes + " MB");
        }
    }
}
