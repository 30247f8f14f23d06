"""The journal as a Merkle tree: each line gets a salt and its nodes; the chain of digests goes.

An existing journal is walked by its chain first, and is left as it is where that breaks: what was altered
before must not look sound after.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from dedere.registry.guards import lower_guards, raise_guards
from dedere.seal.leaf import SALT, commitment, line_hash
from dedere.seal.tree import Frontier

_PAGE = 1000


def _lower(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lower_guards(editor.connection)


def _raise(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    raise_guards(editor.connection)


def _plant(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lines: Any = apps.get_model("registry", "JournalLine")
    grown, previous = Frontier(), ""
    for page in _pages(lines):
        for line in page:
            place = f"{previous}\n{grown.size + 1}\n{line.stream}\n{line.number}\n{line.text}"
            if line.digest != sha256(place.encode()).hexdigest():
                raise RuntimeError(f"the journal's chain breaks at {line.position}: restore it, then migrate")
            previous, line.salt = line.digest, os.urandom(SALT)
            committed = commitment(line.salt, line.text)
            line.nodes = grown.add(line_hash(line.position, line.stream, line.number, committed))
        lines.objects.bulk_update(page, ["salt", "nodes"], batch_size=100)


def _pages(lines: Any) -> Iterator[Any]:
    after = 0
    while page := list(lines.objects.filter(position__gt=after).order_by("position")[:_PAGE]):
        yield page
        after = page[-1].position


class Migration(migrations.Migration):
    dependencies = (("registry", "0030_exchange"),)
    operations = (
        migrations.RunPython(_lower, migrations.RunPython.noop),
        migrations.AddField("journalline", "salt", models.BinaryField(default=b""), preserve_default=False),
        migrations.AddField("journalline", "nodes", models.BinaryField(default=b""), preserve_default=False),
        migrations.AddField("journalline", "commitment", models.BinaryField(null=True)),
        migrations.RunPython(_plant, migrations.RunPython.noop),
        migrations.RemoveField("journalline", "previous"),
        migrations.RemoveField("journalline", "digest"),
        migrations.RunPython(_raise, _lower),
    )
