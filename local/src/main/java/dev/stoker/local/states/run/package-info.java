// SPDX-License-Identifier: Apache-2.0
/**
 * Runs states: an execution from its start to its end.
 *
 * <p>Comes in: a state machine that was read, and an input. Goes out: an output or an error with AWS's names and wording, and the
 * events on the way. All of it runs as events of one {@link dev.stoker.local.time.Timeline}: no thread, no lock, no blocking,
 * so call it
 * from events only. Must not know the text of definitions, the API, or what stands behind a task. Start reading at
 * {@link dev.stoker.local.states.run.StateMachine}; a {@link dev.stoker.local.states.run.State} knows how it is run.
 */
package dev.stoker.local.states.run;
