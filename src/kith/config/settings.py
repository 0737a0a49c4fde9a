"""Every setting Kith has, in one file. `kith settings` prints the effective ones.

Read from the environment: DATABASE_URL (the application's role), KITH_SECRET_KEY, KITH_HOSTS (comma separated),
KITH_MATCH_SECRET (makes the keys that people are looked for by; without it KITH_SECRET_KEY does; when it changes, type
`kith match index`), KITH_DEMO=1 (invented children, one-click roles, a clock of its own), KITH_DEMO_CLOCK (seconds its
clock is ahead), KITH_STATIC_ROOT (a folder of collected static files; without it they are served from where they are),
KITH_MAIL_HOST (where mail is handed over, with KITH_MAIL_USER and KITH_MAIL_PASSWORD; without it mail is printed where the
worker runs), KITH_MAIL_FROM, KITH_MAIL_FOLDER (the demonstration's practice mail goes there), KITH_EXIT_TO (where “Exit
this page” leads).
"""

import os

import dj_database_url

DEMO = os.environ.get("KITH_DEMO") == "1"
DEMO_CLOCK_AHEAD = float(os.environ.get("KITH_DEMO_CLOCK", "0"))

SECRET_KEY = os.environ.get("KITH_SECRET_KEY") or ("practice only, no real child" if DEMO else os.urandom(32).hex())
MATCH_SECRET = os.environ.get("KITH_MATCH_SECRET") or SECRET_KEY
DEBUG = False
ALLOWED_HOSTS = [host for host in os.environ.get("KITH_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]

#: Two roles: this one owns nothing. The owner's address is read only by `kith migrate`.
DATABASES = {
    "default": {
        **dj_database_url.parse(os.environ.get("DATABASE_URL", "postgresql:///kith")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "kith.occasions",
    "kith.agencies",
    "kith.people",
    "kith.chronology",
    "kith.family",
    "kith.duties",
    "kith.intake",
    "kith.decisions",
    "kith.care",
    "kith.informing",
    "kith.learning",
    "kith.web",
]
AUTHENTICATION_BACKENDS = ["kith.agencies.signing_in.WithTheirAgency"]
AUTH_USER_MODEL = "agencies.SignIn"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.web.clock.strip.one_clock",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "kith.web.surroundings.surroundings",
                "kith.web.clock.strip.strip",
            ]
        },
    }
]

#: Nothing but our own files: one script of ours where somebody types, none in a page, no style from elsewhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = not DEMO
CSRF_COOKIE_SECURE = not DEMO
#: What was typed into a page that stood open too long is shown again, never thrown away.
CSRF_FAILURE_VIEW = "kith.web.forms.typed.page_open_too_long"
SECURE_REFERRER_POLICY = "same-origin"

#: What one form may hold in words: a long book. Documents go beside it, and have limits of their own (chronology.media).
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
#: Two people, twenty questions and every entry of a long record ticked.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 50

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "static/"
STATIC_ROOT = os.environ.get("KITH_STATIC_ROOT")
WHITENOISE_USE_FINDERS = True
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

#: Mail leaves by the worker. The demonstration's never leaves: it is written into a folder, and shown as practice mail.
EMAIL_HOST = os.environ.get("KITH_MAIL_HOST", "")
EMAIL_PORT, EMAIL_USE_TLS, EMAIL_TIMEOUT = 587, True, 20
EMAIL_HOST_USER = os.environ.get("KITH_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KITH_MAIL_PASSWORD", "")
DEFAULT_FROM_EMAIL = os.environ.get("KITH_MAIL_FROM", "kith@localhost")
EMAIL_FILE_PATH = os.environ.get("KITH_MAIL_FOLDER") if DEMO else None
_MAIL = "filebased" if EMAIL_FILE_PATH else "smtp" if EMAIL_HOST and not DEMO else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL}.EmailBackend"

#: Where whoever must not be seen here goes in one press: somewhere anybody might be.
EXIT_TO = os.environ.get("KITH_EXIT_TO", "https://www.bbc.co.uk/weather")
