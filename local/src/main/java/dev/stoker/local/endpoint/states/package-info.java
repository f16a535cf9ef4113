// SPDX-License-Identifier: Apache-2.0

/** Step Functions over HTTP: the protocol in front of {@link dev.stoker.local.states.StepFunctions}. */
package dev.stoker.local.endpoint.states;
