# SPDX-License-Identifier: Apache-2.0
import logging

import user
from lambdawarmer import warmer

logging.getLogger().setLevel(logging.INFO)


@warmer
def handler(event, context):
    return user.answer()
