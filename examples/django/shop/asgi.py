# SPDX-License-Identifier: Apache-2.0
"""For Mangum: the function's handler is shop.asgi.handler."""

import os

from django.core.asgi import get_asgi_application
from mangum import Mangum

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")

handler = Mangum(get_asgi_application(), lifespan="off")
