// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime;

/**
 * A published version of a layer.
 *
 * @param arn the layer's with the version behind it
 * @param content what is unpacked to /opt on AWS
 */
public record LayerVersion(String arn, FunctionCode content) {}
