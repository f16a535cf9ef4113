// SPDX-License-Identifier: Apache-2.0
/**
 * Step Functions as a service: state machines, executions and logging.
 *
 * <p>Comes in: definitions, inputs, and the task integrations of the other services. Goes out: answers of the API.
 * {@code StatesApi} is its protocol, {@code StatesTasks} its own task integration. Must not know CloudFormation, or how
 * Lambda is modelled, or how a definition is read ({@link dev.stoker.local.states.definition}) and run
 * ({@link dev.stoker.local.states.run}). Start reading at {@link dev.stoker.local.states.StepFunctions}.
 */
package dev.stoker.local.states;
