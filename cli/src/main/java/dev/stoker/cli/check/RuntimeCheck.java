// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.Set;

/** Checks {@code runtime}, {@code memory} and {@code vpc}: what the environments are made of. */
final class RuntimeCheck implements Check {
    /** Too old for the library, which is Java 17. */
    private static final Set<String> OLD_JAVA = Set.of("java8", "java8.al2", "java11");

    /**
     * Lambda gives CPU by memory, a whole vCPU at 1,769 MB (developer guide, "configuration-memory"). Below an eighth of
     * one, a JVM is slow enough that its arrivals spread far; where to draw the line is our judgement.
     */
    private static final int LITTLE_MEGABYTES = 256;

    @Override
    public void look(Target target, Findings findings) {
        lookAtRuntime(target, findings);
        lookAtMemory(target, findings);
        if (target.configuration().vpcConfig() != null
                && !target.configuration().vpcConfig().subnetIds().isEmpty()) {
            findings.note(
                    "vpc",
                    "It is in a VPC. Sleep tasks need no network, so they work there; addresses are shared by all its"
                            + " environments, so more of them take no more.",
                    "Nothing to do for Stoker. What each environment connects to (a database's pool) must stand all of"
                            + " them at once.");
        } else {
            findings.pass("vpc", "none");
        }
    }

    private static void lookAtRuntime(Target target, Findings findings) {
        if (target.isImage()) {
            findings.unknown(
                    "runtime",
                    "It is a container image, which does not tell its runtime.",
                    "See that it is Java 17 or newer if it carries Stoker's library.");
        } else if (OLD_JAVA.contains(target.runtime())) {
            findings.error(
                    "runtime",
                    "Its runtime is " + target.runtime() + ", and Stoker's library needs Java 17.",
                    "Move it to java21: aws lambda update-function-configuration " + target.cliName()
                            + " --runtime java21.");
        } else if (!target.isJava()) {
            findings.warning(
                    "runtime",
                    "Its runtime is " + target.runtime() + ", and Stoker's library is Java: only its own code can"
                            + " answer the warm event.",
                    "Let it answer events that begin with {\"stoker\": by itself, and give proof none if the answer"
                            + " does not name its environment.");
        } else {
            findings.pass("runtime", target.runtime());
        }
    }

    private static void lookAtMemory(Target target, Findings findings) {
        int megabytes = target.configuration().memorySize();
        if (megabytes < LITTLE_MEGABYTES && (target.isJava() || target.isImage())) {
            findings.warning(
                    "memory",
                    "It has " + megabytes + " MB, and CPU comes with memory (a vCPU at 1,769 MB): with so little, sleep"
                            + " tasks arrive far apart, and holds grow long.",
                    "Give it 512 MB or more: aws lambda update-function-configuration " + target.cliName()
                            + " --memory-size 512.");
        } else {
            findings.pass("memory", megabytes + " MB");
        }
    }
}
