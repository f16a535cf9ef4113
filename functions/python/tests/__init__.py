# SPDX-License-Identifier: Apache-2.0
"""The Python library's tests: ``python3 -m unittest`` in the folder above, with nothing to install."""
