# SPDX-License-Identifier: Apache-2.0
import time

import user


def handler(event, context):
    if event.get("warm"):
        time.sleep(0.1)
        return None
    return user.answer()
