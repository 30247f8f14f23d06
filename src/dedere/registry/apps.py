"""The registry as a Django app."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Tables of the desk: journal, worklists, officers."""

    name = "dedere.registry"
    label = "registry"
    default_auto_field = "django.db.models.BigAutoField"
