# SPDX-License-Identifier: Apache-2.0
# What `zappa package` writes for a WSGI application, as far as its handler reads it.
APP_MODULE = "app"
APP_FUNCTION = "app"
DJANGO_SETTINGS = None
LOG_LEVEL = "INFO"
DEBUG = False
ENVIRONMENT_VARIABLES = {}
PROJECT_NAME = "race"
API_STAGE = "dev"
DOMAIN = None
BASE_PATH = None
BINARY_SUPPORT = True
CONTEXT_HEADER_MAPPINGS = {}
COGNITO_TRIGGER_MAPPING = {}
EXCEPTION_HANDLER = None
AWS_EVENT_MAPPING = {}
AWS_BOT_EVENT_MAPPING = {}
