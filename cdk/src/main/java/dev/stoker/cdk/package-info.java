// SPDX-License-Identifier: Apache-2.0
/**
 * Stoker as a construct of the AWS CDK.
 *
 * <p>Comes in: functions, and numbers of environments. Goes out: a nested stack of the template, its files as assets,
 * and the layers, if wanted, in the user's own stack. Must not know what a resource of the template looks like, or how
 * cycles work. Start reading at {@link dev.stoker.cdk.Warming}.
 */
package dev.stoker.cdk;
