// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

/**
 * A resource of a stack as it is now.
 *
 * @param logicalId its name in the template
 * @param type what it is, after the SAM transform
 * @param status such as CREATE_COMPLETE
 * @param reason any text, or null
 * @param deployed what was made, or null
 * @param atMillis when the status came
 */
record StackResource(String logicalId, String type, String status, String reason, Deployed deployed, long atMillis) {
    String physicalId() {
        return deployed == null ? "" : deployed.physicalId();
    }
}
