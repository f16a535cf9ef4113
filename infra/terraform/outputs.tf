# SPDX-License-Identifier: Apache-2.0

output "outputs" {
  description = "The outputs of the stack, such as KeepWarmArn and StartByHandPolicyArn."
  value       = aws_cloudformation_stack.stoker.outputs
}
