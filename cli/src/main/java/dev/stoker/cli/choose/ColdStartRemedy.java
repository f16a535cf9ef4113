// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.choose;

/**
 * A way to avoid cold starts. The texts are those of docs/choose.md. Sources: Lambda developer guide, "SnapStart",
 * "Provisioned concurrency", "Managed Instances" and "Lambda quotas", read 2026-11.
 */
public enum ColdStartRemedy {
    /** No measure at all. */
    NOTHING(
            "Nothing",
            "your users call the function all the time, or its INIT takes less than about 300 ms",
            "nothing: the first user after an idle time waits, and so does each user above the earlier concurrency",
            "no change"),
    /** Starting from a snapshot. */
    SNAPSTART(
            "SnapStart",
            "functions in Java 11, Python 3.12 or .NET 8 and later that may run from published versions",
            "a restore instead of INIT. Users still wait for the restore, and the first restores after publishing are slow. Not with"
                    + " provisioned concurrency, EFS, or `/tmp` above 512 MB. Python and .NET pay for the cache and for each restore",
            "minutes longer, because each version gets a snapshot"),
    /** One environment kept by a ping. */
    PING(
            "A ping",
            "one user at a time",
            "one environment, and no proof. The second of two users at once waits",
            "no change"),
    /** This project. */
    STOKER(
            "Stoker",
            "an INIT of seconds that you cannot shorten, and N users at once",
            "N environments, counted in every cycle, and an alarm when one is missing. No guarantee between two cycles: Lambda may end"
                    + " an environment at any time",
            "no change. After a deployment the next cycle warms the new version; `stoker promote` warms it before users call it"),
    /** Environments that AWS guarantees. */
    PROVISIONED(
            "Provisioned concurrency",
            "users who must never wait, whatever it costs",
            "N environments, guaranteed by AWS. Only for an alias or a version. Fixed, by schedule, or by target tracking, which"
                    + " follows demand after minutes",
            "1 to 2 minutes or more longer, because environments are started first"),
    /** A function without a JVM. */
    NATIVE_IMAGE(
            "A native image",
            "Java functions whose libraries GraalVM supports, with the time to maintain the build",
            "an INIT of some hundred milliseconds, for every user",
            "minutes longer, because the build takes minutes"),
    /** Environments on EC2 instances. */
    MANAGED_INSTANCES(
            "Managed Instances",
            "steady traffic, and handlers that serve many requests at once",
            "no cold starts, and environments on EC2 instances that you pay for all the time. Handlers must be thread-safe",
            "longer, because instances start first");

    private final String title;
    private final String audience;
    private final String promise;
    private final String deployment;

    ColdStartRemedy(String title, String audience, String promise, String deployment) {
        this.title = title;
        this.audience = audience;
        this.promise = promise;
        this.deployment = deployment;
    }

    /** Its name. */
    public String title() {
        return title;
    }

    /** The functions for which it is the right choice. */
    public String audience() {
        return audience;
    }

    /** What it promises, and what it does not do. */
    public String promise() {
        return promise;
    }

    /** How a deployment changes. */
    public String deployment() {
        return deployment;
    }
}
