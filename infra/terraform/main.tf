# SPDX-License-Identifier: Apache-2.0
#
# Stoker as a CloudFormation stack in a Terraform configuration. The template stays the only source of what is deployed. This module is
# formatted, but was never applied: no provider of AWS could be installed where it was written.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

locals {
  parameters = merge(
    var.parameters,
    {
      TargetArns = join(",", distinct([for target in var.targets : target.arn]))
      Targets = jsonencode([
        for target in var.targets : merge(
          { function = target.qualifier == null ? target.arn : "${target.arn}:${target.qualifier}" },
          { concurrency = target.concurrency },
        )
      ])
    },
  )
}

resource "aws_cloudformation_stack" "stoker" {
  name         = var.name
  template_url = var.template_url
  parameters   = local.parameters
  capabilities = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]
  tags         = var.tags

  lifecycle {
    precondition {
      condition     = length(local.parameters.Targets) <= 4096
      error_message = "The parameter Targets has more than 4096 bytes. Give the rest in parameters, as Targets2 to Targets4: docs/deploy.md."
    }
  }
}
