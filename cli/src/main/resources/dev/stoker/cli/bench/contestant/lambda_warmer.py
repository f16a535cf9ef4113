# SPDX-License-Identifier: Apache-2.0
import logging

from lambdawarmer import warmer

logging.getLogger().setLevel(logging.INFO)


@warmer
def handler(event, context):
    return "a user's answer"
