// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

/**
 * A step in the life of a stack or of one of its resources.
 *
 * @param id unique in the stack
 * @param logicalId the resource's, or the stack's name
 * @param physicalId empty while there is none
 * @param type AWS::CloudFormation::Stack, or the resource's
 * @param status such as CREATE_COMPLETE
 * @param reason any text, or null
 * @param atMillis milliseconds since the epoch
 */
public record StackEvent(
        String id, String logicalId, String physicalId, String type, String status, String reason, long atMillis) {}
