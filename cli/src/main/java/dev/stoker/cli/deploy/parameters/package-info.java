// SPDX-License-Identifier: Apache-2.0
/**
 * The values of the template's parameters, and the files that a stack with these values uses.
 *
 * <p>Comes in: the template's text, the options of {@code stoker deploy}, and what the stack has. Goes out: a
 * {@link dev.stoker.cli.deploy.parameters.ParameterPlan}. Must not know how a stack is deployed; asks AWS only for the ARNs
 * of functions. Start reading at {@link dev.stoker.cli.deploy.parameters.TargetsOption}.
 */
package dev.stoker.cli.deploy.parameters;
