// SPDX-License-Identifier: Apache-2.0

/**
 * The contract of a cycle, tested from outside: the suite deploys infra/template.yaml at an endpoint, starts executions
 * and reads their outputs.
 *
 * <p>Comes in: an endpoint, from a {@link dev.stoker.contract.Home}. Goes out: passed or failed tests. Must not know
 * what is behind the endpoint, and calls it only by the AWS SDK.
 *
 * <p>Start reading at {@link dev.stoker.contract.ProvenEnvironmentsTest}; {@link dev.stoker.contract.Contract} is the
 * parameter of its tests.
 */
package dev.stoker.contract;
