# SPDX-License-Identifier: Apache-2.0
"""Measures how long the first user of an environment waits: cold, warm, and warm and primed.

A Django application behind Mangum, with a template, a session and a query of SQLite. Each environment is a process of its
own, which loads the application as Lambda's INIT does and then serves events one after the other. Needs Django and Mangum:

    python3 -m venv venv && venv/bin/pip install django==5.2.8 mangum==0.19.0
    venv/bin/python first_user.py 20
"""

import json
import pathlib
import statistics
import subprocess
import sys
import time

KINDS = ("cold", "warm", "primed")
LIBRARY = pathlib.Path(__file__).resolve().parents[1]
USER = {
    "version": "2.0", "routeKey": "$default", "rawPath": "/", "rawQueryString": "", "headers": {"host": "example.com"},
    "requestContext": {
        "http": {"method": "GET", "path": "/", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1"},
        "stage": "$default", "domainName": "example.com",
    },
    "isBase64Encoded": False,
}  # fmt: skip


def application():
    """What a project's settings.py, urls.py and views.py hold, in one file."""
    import django
    from django.conf import settings

    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=sys.modules[__name__],
        SECRET_KEY="of a benchmark",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()
    from django.core.asgi import get_asgi_application
    from django.urls import path

    sys.modules[__name__].urlpatterns = [path("", page)]
    return get_asgi_application()


def page(request):
    from django.db import connection
    from django.http import HttpResponse
    from django.template import Context, Template

    with connection.cursor() as cursor:
        cursor.execute("SELECT 6 * 7")
        answer = cursor.fetchone()[0]
    text = Template("{% for i in items %}<p>{{ i|floatformat:2 }}</p>{% endfor %}").render(Context({"items": [answer] * 20}))
    return HttpResponse(text)


def environment(kind):
    """One environment: prints how long INIT and its first user took, in milliseconds."""
    sys.path.insert(0, str(LIBRARY))
    began = time.perf_counter()
    from mangum import Mangum
    from stoker_warmable import warmable

    handler = warmable(Mangum(application(), lifespan="off"))
    ready = time.perf_counter()
    if kind != "cold":
        event = {"version": 1, "holdUntil": 1, "holdMillis": 1, "round": 1, "slot": 0}
        if kind == "primed":
            event["prime"] = {"event": USER}
        answer = handler({"stoker": event}, LambdaContext())["stoker"]
        assert answer.get("primed") == (1 if kind == "primed" else None), answer
    arrived = time.perf_counter()
    answer = handler(USER, LambdaContext())
    left = time.perf_counter()
    assert answer["statusCode"] == 200, answer
    waited = left - arrived + (ready - began if kind == "cold" else 0)
    print(json.dumps({"init": (ready - began) * 1000, "waited": waited * 1000}))


class LambdaContext:
    """What the handler needs of Lambda's own."""

    aws_request_id = "benchmark"

    def get_remaining_time_in_millis(self):
        return 30_000


def main(runs):
    print(f"The first user of an environment, {runs} environments of each kind, milliseconds: median (fastest to slowest)")
    waited = {kind: [] for kind in KINDS}
    for _ in range(runs):
        for kind in KINDS:  # in turns, so that a busy machine is busy for all
            done = subprocess.run([sys.executable, __file__, kind], capture_output=True, text=True, check=True)
            waited[kind].append(json.loads(done.stdout)["waited"])
    for kind, times in waited.items():
        print(f"{kind:7} {statistics.median(times):8.1f} ({min(times):.1f} to {max(times):.1f})")


if __name__ == "__main__":
    if sys.argv[1] in KINDS:
        environment(sys.argv[1])
    else:
        main(int(sys.argv[1]))
