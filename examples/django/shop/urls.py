# SPDX-License-Identifier: Apache-2.0
from django.http import JsonResponse
from django.template import engines
from django.urls import path


def orders(request):
    greeting = engines["django"].from_string("Hello, {{ name }}").render({"name": request.GET.get("name", "you")})
    return JsonResponse({"greeting": greeting, "orders": [{"item": "tea", "quantity": 2}]})


urlpatterns = [path("orders", orders)]
