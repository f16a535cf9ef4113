// SPDX-License-Identifier: Apache-2.0

/**
 * A gate for CodeDeploy: a Lambda function that runs before traffic is shifted to a new version.
 *
 * <p>Comes in: CodeDeploy's event, and from the configuration what to prove. Goes out: the status of the hook, Succeeded or
 * Failed. Must not know how a cycle works: the state machine alone decides.
 *
 * <p>Start reading at {@link dev.stoker.hook.PreTrafficHook}.
 */
package dev.stoker.hook;
