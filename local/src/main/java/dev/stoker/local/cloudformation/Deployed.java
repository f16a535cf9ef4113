// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import java.util.Map;

/**
 * A resource that was made.
 *
 * @param physicalId what Ref gives
 * @param attributes what Fn::GetAtt gives
 * @param deletion removes it
 */
record Deployed(String physicalId, Map<String, String> attributes, Runnable deletion) {}
