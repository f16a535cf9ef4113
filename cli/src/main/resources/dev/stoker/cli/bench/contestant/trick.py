# SPDX-License-Identifier: Apache-2.0
import time


def handler(event, context):
    if event.get("warm"):
        time.sleep(0.1)
