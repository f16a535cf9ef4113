// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.modelled.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.UserModel;
import dev.stoker.local.time.Timeline;

/** The kind of execution environments in which functions run. */
@FunctionalInterface
public interface Environments {
    /** What starts them, on a timeline. */
    Runtimes on(Timeline timeline);

    /** Each a process of its own, as near to AWS as a machine gets. */
    static Environments processes() {
        return timeline -> Runtimes.processes();
    }

    /** Each a class loader within this JVM: for hundreds of them. */
    static Environments inJvm() {
        return timeline -> Runtimes.inJvm();
    }

    /** Each on virtual time: the library's own sleep task, with INIT and a user's handler by model. */
    static Environments modelled(InitModel init, UserModel user, long seed) {
        return timeline -> new ModelledRuntimes(timeline, init, user, seed);
    }
}
