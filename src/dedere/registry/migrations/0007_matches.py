"""Runs of the matcher, the pairs they propose, what was decided of pairs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0006_free_text"),
    ]

    operations = [
        migrations.CreateModel(
            name="RunRow",
            fields=[
                ("number", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField(unique=True)),
                ("wanted_roll", models.TextField()),
                ("register_roll", models.TextField()),
                ("model", models.TextField()),
                ("parameters", models.TextField()),
                ("inputs", models.TextField()),
                ("strong", models.PositiveIntegerField()),
                ("review", models.PositiveIntegerField()),
                ("proposals", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("simulated", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="DecidedRow",
            fields=[
                ("number", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField(unique=True)),
                ("version", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=24, unique=True)),
                ("wanted_roll", models.TextField()),
                ("wanted_id", models.TextField()),
                ("register_roll", models.TextField()),
                ("register_id", models.TextField()),
                ("wanted_name", models.TextField(blank=True)),
                ("register_name", models.TextField(blank=True)),
                ("verdict", models.CharField(blank=True, max_length=16)),
                ("wanted_digest", models.CharField(blank=True, max_length=64)),
                ("register_digest", models.CharField(blank=True, max_length=64)),
                ("reason", models.TextField(blank=True)),
                ("by", models.CharField(blank=True, max_length=150)),
                ("second", models.CharField(blank=True, max_length=150)),
                ("at", models.DateTimeField(null=True)),
                ("line", models.PositiveIntegerField()),
                ("awaiting", models.PositiveIntegerField()),
                ("awaiting_by", models.CharField(blank=True, max_length=150)),
                ("simulated", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["verdict", "-position"], name="decided_verdict"),
                    models.Index(
                        condition=models.Q(("awaiting__gt", 0)), fields=["position"], name="decided_awaiting"
                    ),
                    models.Index(fields=["wanted_id"], name="decided_wanted"),
                    models.Index(fields=["wanted_roll", "register_roll"], name="decided_rolls"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PairRow",
            fields=[
                ("key", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("run", models.CharField(max_length=32)),
                ("wanted_roll", models.TextField()),
                ("wanted_id", models.TextField()),
                ("register_roll", models.TextField()),
                ("register_id", models.TextField()),
                ("queue", models.CharField(max_length=12)),
                ("band", models.CharField(max_length=12)),
                ("bits", models.FloatField()),
                ("probability", models.FloatField()),
                ("wanted_name", models.TextField(blank=True)),
                ("register_name", models.TextField(blank=True)),
                ("wanted_digest", models.CharField(max_length=64)),
                ("register_digest", models.CharField(max_length=64)),
                ("wanted", models.TextField()),
                ("held", models.TextField()),
                ("proposal", models.TextField()),
                ("simulated", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["queue", "-bits", "key"], name="pair_queue"),
                    models.Index(fields=["wanted_roll", "wanted_id"], name="pair_wanted"),
                    models.Index(fields=["register_roll", "register_id"], name="pair_register"),
                ],
            },
        ),
    ]
