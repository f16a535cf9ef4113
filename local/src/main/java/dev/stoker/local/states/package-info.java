// SPDX-License-Identifier: Apache-2.0
/**
 * Step Functions as a service: state machines, the executions that they have, and what they log.
 *
 * <p>Comes in: definitions, inputs, and the task integrations of the other services. Goes out: what the API answers. {@code StatesApi} is
 * its protocol, {@code StatesTasks} its own task integration. Must not know CloudFormation, nor how Lambda is modelled, nor how a
 * definition is read ({@link dev.stoker.local.states.definition}) and run ({@link dev.stoker.local.states.run}). Start reading at
 * {@link dev.stoker.local.states.StepFunctions}.
 */
package dev.stoker.local.states;
