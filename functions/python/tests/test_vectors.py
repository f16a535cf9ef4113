# SPDX-License-Identifier: Apache-2.0
"""Runs every test vector of the protocol, functions/protocol/vectors, on the Python library."""

import base64
import contextlib
import io
import json
import pathlib
import re
import unittest

from .environments import NANOS_PER_MILLI, FakeClock, FakeContext, wrap

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "protocol" / "vectors"
MEMBERS = [
    "version", "environmentId", "coldStart", "initializedAt", "initMillis", "arrivedAt", "releasedAt", "sinceMillis",
    "busyMillis", "served", "userColdStart", "initializationType",
]  # fmt: skip
MEMBERS_OF_PRIMING = ["primed", "primeFailed"]


class UserFailed(Exception):
    """What a vector's user handler throws."""


class Run(unittest.TestCase):
    """One vector's environment."""

    def __init__(self, vector):
        super().__init__()
        self.clock = FakeClock(vector["startsAt"], vector["processAgeMillis"])
        self.user_step = None
        self.user_got = []
        self.user_answer = object()
        self.ids = set()
        with contextlib.redirect_stderr(io.StringIO()):  # the line on a setting that cannot be used
            self.handler = wrap(self.user, self.clock, vector["variables"])

    def user(self, event, context):
        self.user_got.append((event, context))
        if self.user_step["reaches"] == "stoker":
            self.clock.pass_nanos(self.user_step.get("primeMillis", 0) * NANOS_PER_MILLI)
            if self.user_step.get("primeFails"):
                raise UserFailed
            return self.user_answer
        self.clock.pass_nanos(
            self.user_step.get("userMillis", 0) * NANOS_PER_MILLI + self.user_step.get("userMicros", 0) * 1000
        )
        self.clock.set_wall_clock(self.user_step.get("userSetsWallClockMillis", 0))
        if self.user_step.get("userFails"):
            raise UserFailed
        return self.user_answer

    def step(self, step):
        if "reaches" not in step:
            self.clock.pass_nanos(step.get("passMillis", 0) * NANOS_PER_MILLI)
            self.clock.set_wall_clock(step.get("freezeMillis", 0) + step.get("setWallClockMillis", 0))
            return
        expected = {**step, **step.get("parsed", {})}
        try:
            event = parse(event_bytes(step))
        except ValueError:
            self.assertEqual(expected["reaches"], "nobody")
            return
        context = FakeContext(step["remainingMillis"])
        getattr(self, "reaches_" + expected["reaches"])(expected, event, context)

    def reaches_nobody(self, expected, event, context):
        self.fail(f"AWS's runtime could parse the event: {event}")

    def reaches_user(self, expected, event, context):
        self.user_step, self.user_got = expected, []
        if expected.get("userFails"):
            self.assertRaises(UserFailed, self.handler, event, context)
        else:
            self.assertIs(self.handler(event, context), self.user_answer)
        self.assertEqual(len(self.user_got), 1)
        self.assertIs(self.user_got[0][0], event)
        self.assertIs(self.user_got[0][1], context)

    def reaches_stoker(self, expected, event, context):
        during = expected.get("duringSleep", {})
        self.clock.during_sleep = lambda: self.clock.set_wall_clock(during.get("setWallClockMillis", 0))
        self.clock.sleeps, self.user_step, self.user_got = [], expected, []
        with contextlib.redirect_stderr(io.StringIO()):  # the line on priming that failed
            answer = json.loads(json.dumps(self.handler(event, context)))
        primes = [json.loads(expected["primes"])] if "primes" in expected else []
        self.assertEqual([got for got, _ in self.user_got], primes)
        self.assertEqual(list(answer), ["stoker"])
        answer = answer["stoker"]
        self.assertEqual(list(answer), MEMBERS + (MEMBERS_OF_PRIMING if primes else []))
        self.assertEqual(self.clock.sleeps, [expected["sleeps"]] if expected["sleeps"] else [])
        held = expected["sleeps"] + expected.get("primeMillis", 0)
        self.assertEqual(answer["releasedAt"] - answer["arrivedAt"], held)
        self.assertTrue(re.fullmatch("[A-Za-z0-9_-]{12}", answer["environmentId"]))
        self.ids.add(answer["environmentId"])
        self.assertEqual(len(self.ids), 1)
        for name, value in expected.get("answer", {}).items():
            self.assertEqual((name, type(answer[name]), answer[name]), (name, type(value), value))


class Vectors(unittest.TestCase):
    def test_every_vector_holds_and_answers_as_expected(self):
        files = sorted(FOLDER.glob("*.json"))
        vectors = [vector for file in files for vector in json.loads(file.read_text(encoding="utf-8"))]
        self.assertGreater(len(vectors), 100)
        ids = set()
        answering = 0
        for vector in vectors:
            with self.subTest(vector["name"]):
                run = Run(vector)
                for step in vector["steps"]:
                    run.step(step)
                ids |= run.ids
                answering += len(run.ids)
        self.assertEqual(len(ids), answering)  # no two environments share an id
        print(f"{len(vectors)} vectors of the protocol, version 1")


def event_bytes(step):
    if "eventBase64" in step:
        return base64.b64decode(step["eventBase64"])
    return step["event"].encode("utf-8")


def parse(event):
    """As AWS's runtime does, and no more leniently than JSON."""

    def refuse(constant):
        raise ValueError(constant)

    return json.loads(event.decode("utf-8"), parse_constant=refuse)
