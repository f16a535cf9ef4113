// SPDX-License-Identifier: Apache-2.0
/**
 * {@code stoker deploy} and {@code stoker undeploy}: infra/template.yaml by CloudFormation and S3 alone, as {@code sam
 * deploy} deploys it.
 *
 * <p>Comes in: the template, the files that it names, and values of its parameters. Goes out: a stack, or nothing of it.
 * Must not know how cycles work, or which place it talks to: AWS, LocalStack or the embedded AWS. Start reading at
 * {@link dev.stoker.cli.deploy.StackDeployment}.
 */
package dev.stoker.cli.deploy;
