# SPDX-License-Identifier: Apache-2.0
"""What runs inside an environment of the embedded AWS whose function is written in Python: the runtimes python3.*.

Loads the handler and serves one invocation after the other over the Lambda Runtime API, as AWS's own runtime does. What users
see of it follows the Lambda developer guide ("Building Lambda functions with Python": handler, context, logging, exceptions)
and was compared with AWS's runtime interface client, awslambdaric 4.2.2.

Arguments: the folder that is /opt on AWS, or nothing; the milliseconds by which a fault sets this environment's clock off.
"""

import decimal
import importlib
import importlib.machinery
import json
import logging
import os
import site
import socket
import sys
import threading
import time
import traceback

_ROOT = "/2018-06-01/runtime/"

# What AWS's own runtime brings. Source: Lambda developer guide, "Packaging your layer content" and "Runtime-included SDK".
_BROUGHT_BY_AWS = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six")

_request_id = ""


class _Fault(Exception):
    """An error that the runtime finds, and not the function."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


class _RuntimeApi:
    """One connection that stays open; http.client would cost 10 ms of each INIT."""

    def __init__(self, address):
        host, _, port = address.rpartition(":")
        self._host = address
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._in = self._socket.makefile("rb")

    def next(self):
        return self._exchange("GET", "invocation/next", b"", "")

    def respond(self, request_id, body, content_type):
        self._exchange("POST", f"invocation/{request_id}/response", body, content_type)

    def fail(self, path, error):
        self._exchange("POST", path, json.dumps(error).encode(), "application/vnd.aws.lambda.error+json")

    def _exchange(self, method, path, body, content_type):
        head = [f"{method} {_ROOT}{path} HTTP/1.1", f"Host: {self._host}", f"Content-Length: {len(body)}"]
        head += [f"Content-Type: {content_type}"] if content_type else []
        self._socket.sendall("\r\n".join([*head, "", ""]).encode("latin-1") + body)
        status = self._in.readline()
        answered = {}
        while (line := self._in.readline().strip()) != b"":
            name, _, value = line.decode("latin-1").partition(":")
            answered[name.lower()] = value.strip()
        content = self._in.read(int(answered.get("content-length", 0)))
        if status.split()[1:2] not in ([b"200"], [b"202"]):
            os._exit(1)  # the embedded AWS is gone, or has given this environment up
        return answered, content


class CognitoIdentity:
    """The identity of a mobile application's user; always empty here."""

    cognito_identity_id = None
    cognito_identity_pool_id = None


class ClientContext:
    """What the caller says about itself."""

    def __init__(self, context):
        self.client = context.get("client")
        self.custom = context.get("custom")
        self.env = context.get("env")

    @classmethod
    def of(cls, header):
        return cls(json.loads(header)) if header else None


class LambdaContext:
    """Source: Lambda developer guide, "Using the Lambda context object to retrieve Python function information"."""

    def __init__(self, headers):
        variables = os.environ
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.invoked_function_arn = headers["lambda-runtime-invoked-function-arn"]
        self.function_name = variables["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = variables["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = variables["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = variables["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.client_context = ClientContext.of(headers.get("lambda-runtime-client-context"))
        self.identity = CognitoIdentity()
        self.tenant_id = None
        self._deadline_millis = int(headers["lambda-runtime-deadline-ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_millis - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        shown = ",".join(f"{name}={value}" for name, value in vars(self).items() if not name.startswith("_"))
        return f"LambdaContext([{shown}])"


def _load(name):
    """The function's handler, ``module.function``, with dots or slashes before the module."""
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        words = f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)"
        raise _Fault("Runtime.MalformedHandlerName", words)
    if module_name.split(".")[0] in sys.builtin_module_names:
        words = f"Cannot use built-in module {module_name} as a handler module"
        raise _Fault("Runtime.BuiltInModuleConflict", words)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as e:
        raise _Fault("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {e}") from e
    except SyntaxError as e:
        place = [f'  File "{e.filename}" Line {e.lineno}\n    {e.text}']
        raise _Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {e}", place) from e
    if not hasattr(module, function_name):
        raise _Fault("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
    return getattr(module, function_name)


def _answer(handler, headers, content):
    """Calls the handler; the answer's bytes and their type."""
    try:
        event = json.loads(content)
    except ValueError as e:
        raise _Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {e}") from e
    result = handler(event, LambdaContext(headers))
    if isinstance(result, bytes):
        return result, "application/unknown"
    try:
        # From 3.12 on AWS's runtime leaves letters as they are. Source: Lambda developer guide, "Lambda runtimes".
        text = json.dumps(result, default=_plain, ensure_ascii=sys.version_info < (3, 12))
        return text.encode(), "application/json"
    except Exception as e:
        raise _Fault("Runtime.MarshalError", f"Unable to marshal response: {e}") from e


def _plain(value):
    """DynamoDB's numbers: AWS's runtime writes them as numbers. Beyond 17 digits these are rounded here."""
    if isinstance(value, decimal.Decimal):
        return int(value) if value.is_finite() and value.as_tuple().exponent >= 0 else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def _error(thrown, request_id):
    if isinstance(thrown, _Fault):
        kind, message, trace = thrown.kind, str(thrown), thrown.trace
    else:
        frames = traceback.extract_tb(thrown.__traceback__)
        while frames and frames[0].filename == __file__:
            del frames[0]
        kind, message, trace = type(thrown).__name__, str(thrown), traceback.format_list(frames)
    return {"errorMessage": message, "errorType": kind, "requestId": request_id, "stackTrace": trace}


def _log_error(error):
    lines = [f"[ERROR] {error['errorType']}: {error['errorMessage']}", "Traceback (most recent call last):"]
    print("\n".join(lines + [line.rstrip("\n") for line in error["stackTrace"]]), flush=True)


class _LogHandler(logging.Handler):
    """The root logger's. Source: Lambda developer guide, "Log and monitor Python Lambda functions"."""

    def __init__(self):
        super().__init__()
        formatter = logging.Formatter(
            "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", "%Y-%m-%dT%H:%M:%S"
        )
        formatter.converter = time.gmtime
        self.setFormatter(formatter)

    def emit(self, record):
        record.aws_request_id = _request_id
        sys.stdout.write(self.format(record))


class _BroughtByAws:
    """Finds what AWS's runtime brings among what this machine's interpreter has; nothing else is found there."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] not in _BROUGHT_BY_AWS:
            return None
        return importlib.machinery.PathFinder.find_spec(name, path or site.getsitepackages(), target)


def _set_paths(layers):
    """The function's own modules win over those of layers, and these over the interpreter's. Source: Lambda developer
    guide, "Search path for Python". Nothing that was installed on this machine is found, but for what AWS brings."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    opt = [os.path.join(layers, "python", "lib", version, "site-packages"), os.path.join(layers, "python")]
    sys.path[:] = [os.environ["LAMBDA_TASK_ROOT"], *(opt if layers else []), *sys.path[1:]]
    sys.meta_path.append(_BroughtByAws)
    site.setquit()  # python -S leaves exit and quit out


def _hold_lifeline():
    """Standard input ends when the embedded AWS does, however that happens, and this process with it."""
    lifeline = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)

    def wait():
        while os.read(lifeline, 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()


def _shift_clock(millis):
    real, real_ns = time.time, time.time_ns
    time.time = lambda: real() + millis / 1000
    time.time_ns = lambda: real_ns() + millis * 1_000_000


def _main(layers, clock_millis):
    global _request_id
    _hold_lifeline()
    if clock_millis:
        _shift_clock(clock_millis)
    _set_paths(layers)
    logging.getLogger().addHandler(_LogHandler())
    api = _RuntimeApi(os.environ["AWS_LAMBDA_RUNTIME_API"])
    try:
        handler = _load(os.environ["_HANDLER"])
    except Exception as thrown:
        error = _error(thrown, "")
        _log_error(error)
        api.fail("init/error", error)
        sys.exit(1)
    while True:
        headers, content = api.next()
        _request_id = headers["lambda-runtime-aws-request-id"]
        os.environ["_X_AMZN_TRACE_ID"] = headers["lambda-runtime-trace-id"]
        try:
            answer = _answer(handler, headers, content)
        except Exception as thrown:
            error = _error(thrown, _request_id)
            _log_error(error)
            api.fail(f"invocation/{_request_id}/error", error)
        else:
            api.respond(_request_id, *answer)


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
