# SPDX-License-Identifier: Apache-2.0
"""One environment of a function behind Stoker, with a clock that the test holds."""

import stoker_warmable

NANOS_PER_MILLI = 1_000_000


class FakeClock:
    """Moves when a test says so, and a sleep moves it at once."""

    def __init__(self, starts_at, process_age_millis):
        self.sleeps = []
        self.during_sleep = lambda: None
        self._epoch_nanos = starts_at * NANOS_PER_MILLI
        self._nanos = -5_000_000_000  # any number: only differences mean something
        self._process_age_millis = process_age_millis

    def pass_nanos(self, nanos):
        self._nanos += nanos
        self._epoch_nanos += nanos

    def set_wall_clock(self, millis):
        """Or Lambda freezes the environment; in the worst case the monotonic clock stands still."""
        self._epoch_nanos += millis * NANOS_PER_MILLI

    def epoch_millis(self):
        return self._epoch_nanos // NANOS_PER_MILLI

    def nanos(self):
        return self._nanos

    def sleep(self, millis):
        self.sleeps.append(millis)
        self.during_sleep()
        self.pass_nanos(millis * NANOS_PER_MILLI)

    def within(self, limit_millis, call):
        return call()

    def process_age_millis(self):
        return self._process_age_millis


class FakeContext:
    """An invocation's context, of which only the remaining time matters here."""

    def __init__(self, remaining_millis):
        self._remaining_millis = remaining_millis

    def get_remaining_time_in_millis(self):
        return self._remaining_millis


def wrap(user_handler, clock, variables=None):
    """A handler behind Stoker, with that clock and those environment variables and no others."""
    return stoker_warmable._wrap(user_handler, {} if variables is None else variables, clock)
