// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/**
 * A function's version as the service describes it. Its state is always Active.
 *
 * @param arn with the version or alias, if one was asked for
 * @param version {@code $LATEST} or a number
 * @param definition what it is made of
 * @param modifiedAt milliseconds since the epoch
 */
public record FunctionConfiguration(String arn, String version, FunctionDefinition definition, long modifiedAt) {}
