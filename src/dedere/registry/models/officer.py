"""Officers: who signs in, in which role, in which language."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What an officer is here for; what each may do is the desk's to say."""

    CASEWORKER = "caseworker"
    SUPERVISOR = "supervisor"
    ESCORT = "escort"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Language(models.TextChoices):
    """The languages of the desk, named each in its own."""

    SPANISH = "es", "Español"
    ENGLISH = "en", "English"


class Officer(AbstractUser):
    """A person who works at the desk; ``username`` is what journal lines name in ``by``."""

    role = models.CharField(max_length=16, choices=Role.choices, default=Role.CASEWORKER)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.SPANISH)

    @property
    def called(self) -> str:
        """The name to show: the full name, or the username where none was given."""
        return self.get_full_name() or self.username
