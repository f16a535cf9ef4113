# SPDX-License-Identifier: Apache-2.0
"""Answers Stoker's warm event and passes every other event, unchanged, to the function's own handler.

Without a line of code: set the function's handler to ``stoker_warmable.handler`` and the environment variable
``STOKER_HANDLER`` to what the handler was before, such as ``orders.handler``.

In one line of code, and then without the variable::

    from stoker_warmable import warmable

    @warmable
    def handler(event, context):
        ...

The function's own handler gets the same event and context objects as without Stoker. What it returns or raises is passed on
unchanged, also a generator or a coroutine. The protocol, version 1, is in docs/protocol.md of Stoker.
"""

import functools
import importlib
import os
import sys
import threading
import time

__all__ = ["handler", "warmable"]
__version__ = "0.1.0"

_VERSION = 1  # the version of the protocol
_ANSWER_MILLIS = 500  # kept for the answer before the function's timeout
_DEFAULT_MAX_HOLD_MILLIS = 3000
_LARGEST_NUMBER = 2**53 - 1  # the largest integer that every JSON tool reads exactly; source: RFC 8259, section 6
_WAITED_WITHIN_MILLIS = 1000  # INIT probably ran for a user who arrives within this time after it
_NANOS_PER_MILLI = 1_000_000
_DOES_NOT_HOLD = ("lambda-managed-instances", "provisioned-concurrency")


def warmable(user_handler):
    """Wraps a handler.

    Call it where INIT ends, as near as the code allows: the answers count INIT until then.

    :param user_handler: called as ``user_handler(event, context)`` with every event but the warm one
    :raises TypeError: if it cannot be called
    """
    return _wrap(user_handler, os.environ, _Clock())


def __getattr__(name):
    """Loads the handler that STOKER_HANDLER names when Lambda first reads ``handler``, which it does in INIT."""
    if name != "handler":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    global handler
    handler = warmable(_load(os.environ.get("STOKER_HANDLER", "")))
    return handler


def _wrap(user_handler, variables, clock):
    if not callable(user_handler):
        raise TypeError(
            f"warmable: must stand before a handler that can be called, got {user_handler!r}. Give it a function of event"
            " and context."
        )
    environment = _Environment(variables, clock)

    @functools.wraps(user_handler)
    def stoker_handler(event, context, *more, **named):
        if _is_warm(event):
            return environment.hold_and_answer(event["stoker"], context, user_handler)
        arrived = environment.user_arrives()
        try:
            return user_handler(event, context, *more, **named)
        finally:
            environment.user_leaves(arrived)

    return stoker_handler


def _is_warm(event):
    """Whether ``stoker`` is the first member: AWS's runtime has parsed the event, in the order of its text."""
    return isinstance(event, dict) and next(iter(event), None) == "stoker"


class _Clock:
    """The clocks of an execution environment. Tests replace them."""

    def epoch_millis(self):
        return time.time_ns() // _NANOS_PER_MILLI

    def nanos(self):
        """The monotonic clock, which is never set, but may stand still while Lambda freezes the environment."""
        return time.monotonic_ns()

    def sleep(self, millis):
        time.sleep(millis / 1000)

    def within(self, limit_millis, call):
        """Calls it, and ends it after a time by an exception in the main thread, if the function has no alarm of its own."""
        import signal

        in_main_thread = threading.current_thread() is threading.main_thread()
        if not in_main_thread or not hasattr(signal, "SIGALRM") or signal.getsignal(signal.SIGALRM) != signal.SIG_DFL:
            return call()
        signal.signal(signal.SIGALRM, _give_up)
        try:
            signal.setitimer(signal.ITIMER_REAL, limit_millis / 1000)
            return call()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def process_age_millis(self):
        """The age of this process, from Linux's /proc; None if it is unknown."""
        try:
            with open("/proc/uptime", encoding="ascii") as uptime, open("/proc/self/stat", encoding="latin-1") as stat:
                return _age_millis(uptime.read(), stat.read())
        except (OSError, ValueError, IndexError):
            return None


class _GivenUp(BaseException):
    """Ends priming that takes too long; no Exception, so that the function's own handlers let it pass."""


def _give_up(_signal, _frame):
    raise _GivenUp("it has not ended in time")


def _age_millis(uptime, stat):
    """The start is field 22 in hundredths of a second; the name in brackets before it may contain spaces. Source: proc(5)."""
    ticks = int(stat[stat.rindex(")") + 1 :].split()[19])
    return round(float(uptime.split()[0]) * 1000) - ticks * 10


class _Environment:
    """The state of an execution environment: its ID, when it was initialized, and how users have used it."""

    def __init__(self, variables, clock):
        self._clock = clock
        self._type = _initialization_type(variables)
        self._max_hold_millis = _max_hold_millis(variables)
        self._prime = variables.get("STOKER_PRIME", "")
        self._primed = False
        own_process = "AWS_LAMBDA_RUNTIME_API" in variables and self._type != "snap-start"
        self._init_millis = clock.process_age_millis() if own_process else None
        self._lock = threading.Lock()
        self._id = None
        self._invoked = False
        self._user_cold_start = False
        self._served = 0
        self._busy_nanos = 0
        self._initialized = self._interval_start = self._now()

    def _now(self):
        return self._clock.epoch_millis(), self._clock.nanos()

    def user_arrives(self):
        now = self._now()
        with self._lock:
            if not self._invoked:
                self._invoked = True
                self._user_cold_start = _millis_across_freezes(self._initialized, now) < _WAITED_WITHIN_MILLIS
        return now[1]

    def user_leaves(self, arrived_nanos):
        left = self._clock.nanos()
        with self._lock:
            self._served += 1
            self._busy_nanos += max(0, left - arrived_nanos)

    def hold_and_answer(self, request, context, user_handler):
        """Never throws: Lambda resets an environment whose invocation failed."""
        arrived = self._now()
        with self._lock:
            answer = self._arrive(arrived)
        if not self._primed and self._asks_for_priming(request):
            answer.update(self._prime_once(request, context, user_handler))
        hold = self._hold_millis(request, context)
        if hold > 0:
            self._clock.sleep(hold)
        released = self._now()
        with self._lock:
            self._interval_start = released
        answer["releasedAt"] = arrived[0] + _millis(arrived, released)
        return {"stoker": answer}

    def _arrive(self, arrived):
        """Ends the interval that the answer to a warm event reports."""
        if self._id is None:
            self._id = _random_id()
        answer = {
            "version": _VERSION,
            "environmentId": self._id,
            "coldStart": not self._invoked,
            "initializedAt": self._initialized[0],
            "initMillis": self._init_millis,
            "arrivedAt": arrived[0],
            "releasedAt": arrived[0],
            "sinceMillis": max(1, _millis_across_freezes(self._interval_start, arrived)),
            "busyMillis": self._busy_nanos // _NANOS_PER_MILLI,
            "served": self._served,
            "userColdStart": self._user_cold_start,
            "initializationType": self._type,
        }
        self._invoked = True
        self._user_cold_start = False
        self._served = 0
        self._busy_nanos = 0
        return answer

    def _hold_millis(self, request, context):
        if not self._is_usable(request):
            return 0
        requested = min(int(request["holdUntil"]) - self._clock.epoch_millis(), int(request["holdMillis"]))
        return min(requested, self._allowed_millis(context))

    def _is_usable(self, request):
        return (
            self._type not in _DOES_NOT_HOLD
            and isinstance(request, dict)
            and _number(request.get("version")) == _VERSION
            and _number(request.get("holdUntil")) is not None
            and _number(request.get("holdMillis")) is not None
        )

    def _allowed_millis(self, context):
        try:
            remaining = int(context.get_remaining_time_in_millis())
        except Exception:  # not Lambda's context: the remaining time is unknown
            return 0
        return min(self._max_hold_millis, remaining - _ANSWER_MILLIS)

    def _asks_for_priming(self, request):
        return self._is_usable(request) and (self._prime != "" or _priming_event(request) is not None)

    def _prime_once(self, request, context, user_handler):
        """Whatever it leads to, the environment lives on. Gives what the answer says of it."""
        limit = self._allowed_millis(context)
        if limit <= 0:
            return {}
        self._primed = True
        began = self._now()
        try:
            if self._prime:
                self._clock.within(limit, lambda: _load(self._prime, "STOKER_PRIME")())
            else:
                event = _priming_event(request)
                self._clock.within(limit, lambda: user_handler(event, context))
            succeeded = _millis(began, self._now()) <= limit
            problem = f"it took longer than {limit} ms"
        except BaseException as e:  # SystemExit too
            succeeded = False
            problem = _in_one_line(e)
        if not succeeded:
            by = "STOKER_PRIME" if self._prime else "the priming event"
            print(f"Priming by {by} failed: {problem}.", file=sys.stderr)
        return {"primed": int(succeeded), "primeFailed": int(not succeeded)}


def _in_one_line(failure):
    """The function's own code writes the text of its failures, and this may fail, too."""
    kind = type(failure).__name__
    try:
        return " ".join(f"{kind}: {failure}".split())
    except BaseException:
        return kind


def _priming_event(request):
    """None if the warm event names none."""
    prime = request.get("prime")
    event = prime.get("event") if isinstance(prime, dict) else None
    return event if isinstance(event, dict) else None


def _number(value):
    """None if the value is not a JSON number from 0 to the largest; True and False are numbers in Python only."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_number and 0 <= value <= _LARGEST_NUMBER else None


def _millis(earlier, later):
    """The time between two moments of one invocation, by the monotonic clock."""
    return max(0, later[1] - earlier[1]) // _NANOS_PER_MILLI


def _millis_across_freezes(earlier, later):
    """The longer of the times on both clocks: the monotonic may have stood still, the wall clock been set back."""
    return max(_millis(earlier, later), later[0] - earlier[0])


def _random_id():
    """Twelve characters of base64url. Created by the first warm event, never in INIT: a SnapStart snapshot would copy it."""
    import base64

    return base64.urlsafe_b64encode(os.urandom(9)).decode("ascii")


def _initialization_type(variables):
    if "AWS_LAMBDA_MAX_CONCURRENCY" in variables:  # set on Managed Instances only
        return "lambda-managed-instances"
    value = variables.get("AWS_LAMBDA_INITIALIZATION_TYPE", "")
    plain = value != "" and all(c == "-" or "a" <= c <= "z" for c in value)
    return value if plain else "on-demand"


def _max_hold_millis(variables):
    value = variables.get("STOKER_MAX_HOLD_MILLIS")
    if value is None:
        return _DEFAULT_MAX_HOLD_MILLIS
    if value.isascii() and value.isdigit() and len(value) <= 18:
        return int(value)
    print(
        f"STOKER_MAX_HOLD_MILLIS: must be a number of milliseconds, 1 to 18 digits 0-9, got {value}. Correct it; until then"
        f" Stoker takes {_DEFAULT_MAX_HOLD_MILLIS}.",
        file=sys.stderr,
    )
    return _DEFAULT_MAX_HOLD_MILLIS


def _load(name, variable="STOKER_HANDLER"):
    """Finds what a variable names as AWS's Python runtime finds a handler: ``module.function``, with dots or slashes."""

    def refusal(rule, got=name):
        return _refusal(variable, rule, got)

    what = "handler" if variable == "STOKER_HANDLER" else "function"
    module_name, _, function_name = name.rpartition(".")
    if not module_name or not function_name:
        raise RuntimeError(refusal(f"must name the function's own {what} as module.function", name or "nothing"))
    module_name = module_name.replace("/", ".")
    if module_name == __name__:
        raise RuntimeError(refusal(f"must name the function's own {what}, not the one that stands before it"))
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as e:
        if e.name is None or not f"{module_name}.".startswith(f"{e.name}."):
            raise  # the function's own import of something else
        raise ImportError(refusal(f"its module {module_name} must be in the function's package or a layer")) from e
    except AttributeError as e:  # Lambda would report a missing stoker_warmable.handler and hide the message
        raise RuntimeError(f"{variable}: {name} failed while it was loaded: AttributeError: {e}") from e
    if not hasattr(module, function_name):
        raise RuntimeError(refusal(f"its module {module_name} must have what it names"))
    return getattr(module, function_name)


def _refusal(variable, rule, got):
    remedy = (
        "Set it to what the function's handler was before Stoker, such as orders.handler."
        if variable == "STOKER_HANDLER"
        else "Set it to a function without parameters, such as orders.prime."
    )
    return f"{variable}: {rule}, got {got}. {remedy}"
