# SPDX-License-Identifier: Apache-2.0
"""What primes an environment besides an event, and what a failure of it leads to. The vectors have the rest."""

import contextlib
import io
import signal
import sys
import threading
import types
import unittest

import stoker_warmable

from .environments import FakeClock, FakeContext, wrap

START = 1795360868000
WARM = {"stoker": {"version": 1, "holdUntil": 1, "holdMillis": 1, "prime": {"event": {"a": 1}}}}


class Priming(unittest.TestCase):
    def setUp(self):
        self.calls, self.events = [], []
        module = types.ModuleType("priming_of_the_test")
        module.prime = lambda: self.calls.append("prime")
        module.fail = self.fail_badly
        module.leave = sys.exit
        sys.modules[module.__name__] = module
        self.addCleanup(sys.modules.pop, module.__name__)

    def fail_badly(self):
        raise ValueError("no")

    def handler(self, name):
        return wrap(lambda event, context: self.events.append(event), FakeClock(START, 5), {"STOKER_PRIME": name})

    def warm(self, handler, event=None):
        with contextlib.redirect_stderr(io.StringIO()) as self.stderr:
            return handler(event or WARM, FakeContext(60_000))["stoker"]

    def test_a_function_that_is_named_primes_in_place_of_the_event_and_once(self):
        handler = self.handler("priming_of_the_test.prime")
        self.assertEqual(self.warm(handler)["primed"], 1)
        self.assertNotIn("primed", self.warm(handler))
        self.assertEqual((self.calls, self.events), (["prime"], []))

    def test_a_function_that_is_named_needs_no_event(self):
        event = {"stoker": {"version": 1, "holdUntil": 1, "holdMillis": 1}}
        self.assertEqual(self.warm(self.handler("priming_of_the_test.prime"), event)["primed"], 1)

    def test_a_function_that_fails_or_is_not_there_harms_nobody(self):
        for name in ("fail", "leave", "none"):
            with self.subTest(name):
                self.events.clear()
                handler = self.handler("priming_of_the_test." + name)
                self.assertEqual(self.warm(handler)["primeFailed"], 1)
                self.assertIn("Priming by STOKER_PRIME failed: ", self.stderr.getvalue())
                handler({"b": 2}, FakeContext(60_000))
                self.assertEqual(self.events, [{"b": 2}])
        for name in ("nowhere", "no_module_of_this_name.prime"):
            with self.subTest(name):
                self.assertEqual(self.warm(self.handler(name))["primeFailed"], 1)
                self.assertIn("STOKER_PRIME: ", self.stderr.getvalue())

    def test_a_failure_is_one_line_also_if_it_has_several_or_cannot_be_written(self):
        class Mute(Exception):
            def __str__(self):
                raise ValueError("no text either")

        for thrown, line in (
            (ValueError("no\ndatabase"), "Priming by the priming event failed: ValueError: no database.\n"),
            (Mute(), "Priming by the priming event failed: Mute.\n"),
        ):
            with self.subTest(line):

                def failing(event, context):
                    raise thrown

                self.assertEqual(self.warm(wrap(failing, FakeClock(START, 5)))["primeFailed"], 1)
                self.assertEqual(self.stderr.getvalue(), line)

    def test_what_does_not_end_is_given_up_and_the_alarm_is_the_functions_again(self):
        def endless():
            try:
                while True:
                    signal.pause()
            except Exception:
                self.fail("the function's own handler of exceptions must let it pass")

        with self.assertRaises(stoker_warmable._GivenUp):
            stoker_warmable._Clock().within(1, endless)
        self.assertEqual(signal.getsignal(signal.SIGALRM), signal.SIG_DFL)
        self.assertEqual(signal.getitimer(signal.ITIMER_REAL), (0.0, 0.0))

    def test_a_function_with_an_alarm_of_its_own_keeps_it(self):
        before = signal.signal(signal.SIGALRM, lambda *_: None)
        self.addCleanup(signal.signal, signal.SIGALRM, before)
        own = signal.getsignal(signal.SIGALRM)
        self.assertEqual(stoker_warmable._Clock().within(1, lambda: 5), 5)
        self.assertIs(signal.getsignal(signal.SIGALRM), own)

    def test_outside_the_main_thread_which_alone_gets_alarms_nothing_is_set(self):
        seen = []

        def within():
            seen.append(stoker_warmable._Clock().within(60_000, lambda: signal.getitimer(signal.ITIMER_REAL)))

        thread = threading.Thread(target=within)
        thread.start()
        thread.join()
        self.assertEqual(seen, [(0.0, 0.0)])

    def test_what_cannot_be_ended_for_the_functions_own_alarm_has_failed_when_it_ends_at_last(self):
        before = signal.signal(signal.SIGALRM, lambda *_: None)
        self.addCleanup(signal.signal, signal.SIGALRM, before)
        clock = stoker_warmable._Clock()

        def busy(event, context):
            until = clock.nanos() + 2_000_000
            while clock.nanos() < until:
                pass
            self.events.append(event)

        self.assertEqual(self.warm(wrap(busy, clock, {"STOKER_MAX_HOLD_MILLIS": "1"}))["primeFailed"], 1)
        self.assertEqual(self.events, [{"a": 1}])
        self.assertIn("it took longer than 1 ms", self.stderr.getvalue())
