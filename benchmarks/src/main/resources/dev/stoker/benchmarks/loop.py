# SPDX-License-Identifier: Apache-2.0
"""Loads the handler of a module, as Lambda's runtime does, and asks for the first event."""
import importlib
import os
import socket
import sys

sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
assert callable(importlib.import_module(sys.argv[1]).handler)
host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
connection = socket.create_connection((host, int(port)))
connection.sendall(b"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: lambda\r\n\r\n")
connection.recv(1)
