// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker deploy} and {@code stoker undeploy}: create, update and delete a stack of infra/template.yaml, by
 * CloudFormation and S3 alone, as {@code sam deploy} does.
 *
 * <p>Comes in: a stack's name, the template, the files that it names, the values of its parameters, and the user's
 * consent. Goes out: the uploaded files, the change set as a table or JSON, and the stack with its outputs; after {@code
 * undeploy}, a report of what was deleted, which includes the files and the memory of cycles. Must not know how cycles
 * work, or which place it talks to: AWS, LocalStack or the embedded AWS. Start reading at
 * {@link dev.stoker.cli.deploy.StackDeployment}.
 */
package dev.stoker.cli.deploy;
