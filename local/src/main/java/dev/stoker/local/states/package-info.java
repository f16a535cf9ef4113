// SPDX-License-Identifier: Apache-2.0

/**
 * Step Functions: state machines of type Express in JSONata mode, run from the very ASL files that are deployed.
 *
 * <p>Comes in: definitions, inputs, and the answers of the services that Task states call. Goes out: outputs or errors
 * with AWS's names and wording. Knows nothing of HTTP, of CloudFormation or of how Lambda is modelled. All of it runs as
 * events of one {@link dev.stoker.local.time.Timeline}: no thread, no lock, no blocking, so call it from events only.
 *
 * <p>Start reading at {@link dev.stoker.local.states.StepFunctions}, which is the front door; a definition is read by
 * {@code DefinitionReader} into {@code State}s, each of which knows how it is run.
 */
package dev.stoker.local.states;
