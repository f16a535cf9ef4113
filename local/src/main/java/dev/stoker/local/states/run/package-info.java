// SPDX-License-Identifier: Apache-2.0
/**
 * Runs states: an execution from its start to its end.
 *
 * <p>Comes in: a state machine and an input. Goes out: an output or an error with AWS's names and messages, and the
 * events of the execution. Everything runs as events of one {@link dev.stoker.local.time.Timeline} without threads,
 * locks or blocking, so call it from events only. Must not know the text of definitions, the API, or the services of
 * tasks. Start reading at {@link dev.stoker.local.states.run.StateMachine}; each
 * {@link dev.stoker.local.states.run.State} contains its own implementation.
 */
package dev.stoker.local.states.run;
