"""The guards of the journal and of the watch tables are put up by 0020, which gave the journal its tree.

A later migration that alters one of these tables on SQLite remakes it and loses its triggers: it must lower
the guards first and raise them after.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("registry", "0001_tables"),)
    operations = ()
