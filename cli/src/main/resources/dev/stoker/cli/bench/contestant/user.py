# SPDX-License-Identifier: Apache-2.0
"""A function that starts slowly, and whose users wait for its work."""
import os
import time

time.sleep(int(os.environ["START_MILLIS"]) / 1000)


def answer():
    time.sleep(int(os.environ["WORK_MILLIS"]) / 1000)
    return "a user's answer"
