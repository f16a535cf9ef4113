// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Map;
import java.util.Set;

/** What Task states of one Resource call: a port, behind which a service or a model of it stands. */
public interface TaskService {

    /**
     * The fields that Arguments may have, each with JSONata's name of its type, or {@code any}; a definition with others
     * is refused, and so is a call. Empty means that Arguments may be any value.
     */
    Map<String, String> fields();

    /** Those of them that Arguments must have. */
    Set<String> requiredFields();

    /**
     * Begins a call. Runs on the timeline and must not block; the answer comes through the reply, at once or later.
     *
     * @param call what is asked
     * @param reply takes the answer, from any thread; of several answers the first counts
     */
    void start(TaskCall call, TaskReply reply);
}
