// SPDX-License-Identifier: Apache-2.0
/**
 * Stoker as a construct of the AWS CDK. In: functions and numbers. Out: the template as a nested stack, and its files as
 * assets; the layers, if wanted, in the user's own stack. It must not describe a resource that the template has in another way.
 */
package dev.stoker.cdk;
