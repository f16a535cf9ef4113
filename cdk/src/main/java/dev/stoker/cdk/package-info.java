// SPDX-License-Identifier: Apache-2.0
/**
 * Stoker as a construct of the AWS CDK. In: functions and numbers. Out: the template as a nested stack, and its files as
 * assets. It must not describe a resource of its own that the template has.
 */
package dev.stoker.cdk;
