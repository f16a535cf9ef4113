# SPDX-License-Identifier: Apache-2.0
"""What users' handlers notice of Stoker: nothing."""

import asyncio
import json
import threading
import unittest
import unittest.mock

import stoker_warmable

from .environments import FakeClock, FakeContext, wrap

START = 1_795_360_868_000
WARM = {"stoker": {"version": 1, "holdUntil": START + 96, "holdMillis": 96, "round": 1, "slot": 17}}


class Users(unittest.TestCase):
    def setUp(self):
        self.clock = FakeClock(START, 1850)

    def warm(self, handler, remaining_millis=60_000):
        return handler(WARM, FakeContext(remaining_millis))["stoker"]

    def test_what_a_user_throws_goes_on_as_it_is(self):
        thrown = KeyError("no such order")

        def failing(event, context):
            raise thrown

        with self.assertRaises(KeyError) as caught:
            wrap(failing, self.clock)({}, None)
        self.assertIs(caught.exception, thrown)

    def test_a_generator_is_handed_on_before_it_runs(self):
        ran = []

        def parts(event, context):
            ran.append("begun")
            yield "one"

        answer = wrap(parts, self.clock)({}, None)
        self.assertEqual(ran, [])
        self.assertEqual(list(answer), ["one"])

    def test_a_coroutine_is_handed_on_before_it_runs(self):
        async def later(event, context):
            return event

        answer = wrap(later, self.clock)({"a": 1}, None)
        self.assertTrue(asyncio.iscoroutine(answer))
        self.assertEqual(asyncio.run(answer), {"a": 1})

    def test_an_object_that_can_be_called_is_a_handler_too(self):
        class Application:
            def __call__(self, event, context):
                return event, context

        self.assertEqual(wrap(Application(), self.clock)([1], "context"), ([1], "context"))

    def test_an_event_that_is_no_json_reaches_the_user(self):
        for event in (b"bytes", "text", None, 17, object(), [], {}):
            self.assertIs(wrap(lambda e, c: e, self.clock)(event, None), event)

    def test_the_handler_keeps_its_name_and_its_attributes(self):
        def orders(event, context):
            """Orders."""

        orders.route = "/orders"
        wrapped = wrap(orders, self.clock)
        self.assertEqual((wrapped.__name__, wrapped.__doc__, wrapped.route), ("orders", "Orders.", "/orders"))

    def test_what_cannot_be_called_is_refused(self):
        with self.assertRaisesRegex(TypeError, "warmable: must stand before a handler that can be called, got 17"):
            stoker_warmable.warmable(17)

    def test_a_context_that_does_not_know_the_remaining_time_allows_no_hold(self):
        handler = wrap(lambda event, context: event, self.clock)
        answer = handler(WARM, None)["stoker"]
        self.assertEqual(answer["releasedAt"], answer["arrivedAt"])
        self.assertEqual(self.clock.sleeps, [])

    def test_on_the_real_clock_it_holds_by_it_and_knows_its_age(self):
        handler = stoker_warmable._wrap(
            lambda event, context: event, {"AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001"}, stoker_warmable._Clock()
        )
        clock = stoker_warmable._Clock()
        event = {"stoker": {"version": 1, "holdUntil": clock.epoch_millis() + 60, "holdMillis": 60}}
        before = clock.nanos()
        answer = handler(event, FakeContext(60_000))["stoker"]
        held = answer["releasedAt"] - answer["arrivedAt"]
        self.assertGreaterEqual((clock.nanos() - before) // 1_000_000, held)
        self.assertGreater(held, 0)
        age = answer["initMillis"]
        self.assertTrue(age is None or age >= 0, age)

    def test_users_of_several_threads_are_all_counted(self):
        handler = wrap(lambda event, context: event, self.clock)
        threads = [threading.Thread(target=lambda: [handler({}, None) for _ in range(500)]) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.warm(handler)["served"], 4000)

    def test_the_id_is_made_by_the_first_warm_event_and_not_before(self):
        asked = []
        original = stoker_warmable._random_id
        stoker_warmable._random_id = lambda: asked.append("id") or original()
        try:
            handler = wrap(lambda event, context: event, self.clock)
            handler({}, None)
            self.assertEqual(asked, [])
            self.warm(handler)
            self.warm(handler)
            self.assertEqual(asked, ["id"])
        finally:
            stoker_warmable._random_id = original

    def test_an_age_is_the_machines_uptime_less_the_processs_start(self):
        stat = "17 (my (odd) python 1 2) S 1 17 17 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 19 0 502352 123 456 789\n"
        self.assertEqual(stoker_warmable._age_millis("5025.37 9876.54\n", stat), 1850)

    def test_an_age_that_the_system_does_not_have_is_unknown(self):
        with unittest.mock.patch("builtins.open", side_effect=FileNotFoundError):
            self.assertIsNone(stoker_warmable._Clock().process_age_millis())

    def test_what_the_module_does_not_have_is_an_attribute_error(self):
        with self.assertRaisesRegex(AttributeError, "module 'stoker_warmable' has no attribute 'handlers'"):
            stoker_warmable.handlers

    def test_the_answer_is_json_without_help(self):
        json.dumps(self.warm(wrap(lambda event, context: event, self.clock)))
