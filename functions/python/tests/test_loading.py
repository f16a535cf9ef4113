# SPDX-License-Identifier: Apache-2.0
"""``stoker_warmable.handler`` as Lambda's runtime finds it: in a process of its own, by name, with the variable set."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

LIBRARY = pathlib.Path(__file__).resolve().parents[1]
ASK = """
import importlib, json, sys
try:
    handler = getattr(importlib.import_module("stoker_warmable"), "handler")
except Exception as e:
    print(json.dumps([type(e).__name__, str(e)]))
else:
    print(json.dumps([handler({"a": 1}, None), list(handler({"stoker": {}}, None))]))
"""


class Loading(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.package = pathlib.Path(folder.name)

    def write(self, path, code):
        file = self.package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(code), encoding="utf-8")

    def ask(self, name):
        """What comes of the handler's name: an answer to a user's event and to a warm one, or an error's type and text."""
        variables = {**os.environ, "PYTHONPATH": f"{self.package}{os.pathsep}{LIBRARY}"}
        variables.pop("STOKER_HANDLER", None)
        if name is not None:
            variables["STOKER_HANDLER"] = name
        done = subprocess.run([sys.executable, "-c", ASK], env=variables, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def test_a_function_of_a_module(self):
        self.write("orders.py", "def handler(event, context): return ['mine', event]")
        self.assertEqual(self.ask("orders.handler"), [["mine", {"a": 1}], ["stoker"]])

    def test_a_function_of_a_package_with_dots_or_slashes(self):
        self.write("shop/__init__.py", "")
        self.write("shop/orders.py", "handler = lambda event, context: 'mine'")
        self.assertEqual(self.ask("shop.orders.handler"), ["mine", ["stoker"]])
        self.assertEqual(self.ask("shop/orders.handler"), ["mine", ["stoker"]])

    def test_no_variable_is_refused_with_its_remedy(self):
        for name in (None, "", "orders", ".handler", "orders."):
            kind, message = self.ask(name)
            self.assertEqual(kind, "RuntimeError")
            self.assertIn("STOKER_HANDLER: must name the function's own handler as module.function, got ", message)
            self.assertIn("such as orders.handler.", message)

    def test_itself_is_refused(self):
        self.assertIn("not the one that stands before it", self.ask("stoker_warmable.handler")[1])

    def test_a_missing_module_is_refused_by_name(self):
        kind, message = self.ask("odrers.handler")
        self.assertEqual(kind, "ImportError")
        self.assertIn("STOKER_HANDLER: its module odrers must be in the function's package or a layer", message)

    def test_a_missing_function_is_refused_by_name(self):
        self.write("orders.py", "")
        self.assertIn("its module orders must have what it names, got orders.handler", self.ask("orders.handler")[1])

    def test_what_a_module_throws_while_it_loads_is_thrown_on(self):
        self.write("orders.py", "import no_such_framework")
        self.assertEqual(
            self.ask("orders.handler"), ["ModuleNotFoundError", "No module named 'no_such_framework'"]
        )
        self.write("orders.py", "raise ValueError('no database')")
        self.assertEqual(self.ask("orders.handler"), ["ValueError", "no database"])

    def test_an_attribute_error_while_it_loads_is_not_taken_for_a_missing_handler(self):
        self.write("orders.py", "import os\nos.no_such_thing")
        kind, message = self.ask("orders.handler")
        self.assertEqual(kind, "RuntimeError")
        self.assertIn("STOKER_HANDLER: orders.handler failed while it was loaded: AttributeError: ", message)
        self.assertIn("no_such_thing", message)

    def test_a_module_that_wraps_itself_needs_no_variable(self):
        self.write(
            "orders.py",
            """
            from stoker_warmable import warmable

            @warmable
            def handler(event, context):
                return "mine"
            """,
        )
        asked = "import orders, json; print(json.dumps([orders.handler(1, 2), list(orders.handler({'stoker': 1}, 2))]))"
        variables = {**os.environ, "PYTHONPATH": f"{self.package}{os.pathsep}{LIBRARY}"}
        done = subprocess.run([sys.executable, "-c", asked], env=variables, capture_output=True, text=True, check=True)
        self.assertEqual(json.loads(done.stdout), ["mine", ["stoker"]])
