// SPDX-License-Identifier: Apache-2.0

/**
 * Builds the definitions that are deployed from the YAML that people read, and draws them.
 *
 * <p>Comes in: {@code statemachine/*.asl.yaml}, and the states that they include. Goes out: a JSON definition for each, in the
 * folder {@code target}, and the picture and table of {@code statemachine/README.md}. Must not know what the states do. Start
 * reading at {@link dev.stoker.statemachine.BuildDefinitions}.
 */
package dev.stoker.statemachine;
