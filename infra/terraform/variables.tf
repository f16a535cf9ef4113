# SPDX-License-Identifier: Apache-2.0

variable "name" {
  description = "The name of the stack."
  type        = string
  default     = "stoker"
}

variable "template_url" {
  description = "The S3 URL of the packaged template: sam package --template infra/template.yaml writes it."
  type        = string
}

variable "targets" {
  description = "The functions to keep warm: the ARN without a qualifier, the alias or version if there is one, and how many environments."
  type = list(object({
    arn         = string
    qualifier   = optional(string)
    concurrency = number
  }))

  validation {
    condition     = length(var.targets) >= 1 && length(var.targets) <= 20
    error_message = "A stack keeps 1 to 20 functions warm."
  }
  validation {
    condition     = alltrue([for target in var.targets : target.concurrency >= 1 && target.concurrency <= 10000 && floor(target.concurrency) == target.concurrency])
    error_message = "concurrency is a whole number from 1 to 10000."
  }
  validation {
    condition     = sum(concat([0], var.targets[*].concurrency)) <= 10000
    error_message = "A stack keeps at most 10000 environments warm."
  }
}

variable "parameters" {
  description = "Other parameters of the template, such as Schedule or AlarmTopicArn."
  type        = map(string)
  default     = {}
}

variable "tags" {
  description = "Tags of the stack and its resources."
  type        = map(string)
  default     = {}
}
