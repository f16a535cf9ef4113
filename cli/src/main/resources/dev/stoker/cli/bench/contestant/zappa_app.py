# SPDX-License-Identifier: Apache-2.0
import user


def app(environ, start_response):
    start_response("200 OK", [])
    return [user.answer().encode()]
