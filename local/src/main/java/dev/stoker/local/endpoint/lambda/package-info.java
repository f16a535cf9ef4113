// SPDX-License-Identifier: Apache-2.0

/**
 * Lambda over HTTP: the REST protocol in front of {@link dev.stoker.local.lambda.LambdaService}.
 *
 * <p>Start reading at {@link dev.stoker.local.endpoint.lambda.LambdaApi}, which has the table of operations.
 */
package dev.stoker.local.endpoint.lambda;
