// SPDX-License-Identifier: Apache-2.0

/**
 * Builds the deployed definitions from their YAML sources, and draws their diagrams.
 *
 * <p>Comes in: {@code statemachine/*.asl.yaml}, and the states that they include. Goes out: a JSON definition for each,
 * in the folder {@code target}, and the picture and table of {@code statemachine/README.md}. Must not know the meaning
 * of the states. Start reading at {@link dev.stoker.statemachine.BuildDefinitions}.
 */
package dev.stoker.statemachine;
