// SPDX-License-Identifier: Apache-2.0

/**
 * What a cycle of Stoker must do, seen from outside: the suite deploys infra/template.yaml at an endpoint, starts executions as
 * people and schedules do, and reads their outputs.
 *
 * <p>Comes in: an endpoint, from a {@link dev.stoker.contract.Home}. Goes out: tests that pass there or fail. Knows nothing of
 * what stands behind the endpoint; talks to it by the AWS SDK and nothing else.
 *
 * <p>Start reading at {@link dev.stoker.contract.ProvenEnvironmentsTest}; {@link dev.stoker.contract.Contract} is what its tests
 * are handed.
 */
package dev.stoker.contract;
