"""Django's settings: secrets from the environment, strict by default."""

from __future__ import annotations

import os
from pathlib import Path

from dedere.site.database import database
from dedere.site.logs import configure
from dedere.site.security import csp, https, key_of_this_process, secret_key

ROOT = Path(__file__).resolve().parents[1]
DESK = ROOT / "desk"
STATE = Path(os.environ.get("DEDERE_FOLDER", ".state")).absolute()

LASTING_KEY = secret_key(os.environ, STATE)
SECRET_KEY = LASTING_KEY or key_of_this_process()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("DEDERE_HOSTS", "127.0.0.1,localhost,testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "dedere.registry",
    "dedere.desk",
]
MIDDLEWARE = [
    "dedere.desk.frame.watch.Watch",
    "dedere.desk.frame.bounds.Bounds",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dedere.desk.frame.bounds.Private",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "dedere.desk.frame.errors.MissingFile",
]
ROOT_URLCONF = "dedere.site.urls"
WSGI_APPLICATION = "dedere.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [DESK, DESK / "signin"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dedere.desk.frame.surroundings.surroundings",
            ],
            "libraries": {
                "wording": "dedere.desk.frame.tags",
                "network": "dedere.desk.network.tags",
                "accords": "dedere.desk.commitments.tags",
                "claims": "dedere.desk.claims.tags",
            },
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "dedere.desk.frame.fields.DeskRenderer"

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), STATE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The languages of the desk; Spanish first, since the first desk is Mexican.
LANGUAGE_CODE = os.environ.get("DEDERE_LANGUAGE", "es")
LANGUAGES = [("es", "Español"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "dedere-language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("DEDERE_ZONE", "America/Mexico_City")

# Sign-in: by name and password, with an optional second factor; nobody signs themself up.
AUTH_USER_MODEL = "registry.Officer"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "dedere.desk.signin.adapter.DeskAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
# axes counts wrong passwords and locks at ten, in words; this count comes after it, and is the one that
# bounds the guessing of second-factor codes. A whole office may sign in from one address.
ACCOUNT_RATE_LIMITS = {"login_failed": "12/5m/key", "login": "120/m/ip"}
ACCOUNT_FORMS = {"login": "dedere.desk.signin.forms.SignIn"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "dedere"
MFA_TOTP_TOLERANCE = 1

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "dedere.desk.signin.lockout.name_tried"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "dedere.desk.signin.lockout.locked_out"
AXES_VERBOSE = False
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # a name is closed whatever the address: guesses come from many

# Half an hour without a request ends a session; the page warns five minutes before.
SESSION_COOKIE_AGE = int(os.environ.get("DEDERE_SESSION_SECONDS", "1800"))
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_NAME = "dedere-session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "dedere-csrf"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "dedere.desk.frame.errors.stale_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

CONTENT_SECURITY_POLICY = csp()
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Secure cookies, redirection and HSTS where the desk is served over HTTPS.
(
    SESSION_COOKIE_SECURE,
    CSRF_COOKIE_SECURE,
    SECURE_SSL_REDIRECT,
    SECURE_HSTS_SECONDS,
    SECURE_PROXY_SSL_HEADER,
) = https(os.environ)
SECURE_HSTS_INCLUDE_SUBDOMAINS = bool(SECURE_HSTS_SECONDS)

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "dedere.site.hashed.HashedStatic"},
}
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()

LOGGING_CONFIG = None
configure()

# The desk's own State, and whether this is a demonstration with the clock set to a past instant.
DEDERE_HOME = os.environ.get("DEDERE_HOME", "MX")
DEDERE_REGISTER_INDEX = os.environ.get("DEDERE_REGISTER_INDEX", "")
# The edition of the public statistics that the desk serves.
DEDERE_STATISTICS = Path(os.environ.get("DEDERE_STATISTICS", STATE / "statistics"))
DEDERE_DEMO_CLOCK = os.environ.get("DEDERE_DEMO_CLOCK", "")
# The folder of the keys that letters are signed and opened with; without one nothing passes to another State.
DEDERE_KEYS = Path(os.environ.get("DEDERE_KEYS", STATE / "keys"))
DEDERE_LETTER_DAYS = int(os.environ.get("DEDERE_LETTER_DAYS", "30"))
DEDERE_GATE_LARGEST = int(os.environ.get("DEDERE_GATE_LARGEST", str(256 << 20)))
