"""Put the guards of the journal and of the watch tables up.

A later migration that alters one of these tables on SQLite remakes it and loses its triggers: it must lower
the guards first and raise them after.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from dedere.registry.guards import lower_guards, raise_guards


def _raise(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    raise_guards(editor.connection)


def _lower(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lower_guards(editor.connection)


class Migration(migrations.Migration):
    dependencies = (("registry", "0001_tables"),)
    operations = (migrations.RunPython(_raise, _lower),)
