"""Networks as they were loaded, their parties and their ties."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0007_matches"),
    ]

    operations = [
        migrations.CreateModel(
            name="NetworkRow",
            fields=[
                ("number", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField(unique=True)),
                ("name", models.CharField(max_length=64, unique=True)),
                ("line", models.PositiveIntegerField()),
                ("parties", models.PositiveIntegerField()),
                ("ties", models.PositiveIntegerField()),
                ("inputs", models.TextField()),
                ("seal", models.CharField(max_length=64)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("simulated", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="PartyRow",
            fields=[
                ("key", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("network", models.CharField(max_length=32)),
                ("id", models.TextField()),
                ("name", models.TextField()),
                ("kind", models.CharField(blank=True, max_length=32)),
                ("case", models.CharField(blank=True, max_length=32)),
                ("line", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["network", "key"], name="party_network"),
                    models.Index(
                        condition=models.Q(("case", ""), _negated=True), fields=["case"], name="party_case"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TieRow",
            fields=[
                ("key", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("network", models.CharField(max_length=32)),
                ("tail", models.TextField()),
                ("head", models.TextField()),
                ("kind", models.CharField(blank=True, max_length=64)),
                ("since", models.CharField(blank=True, max_length=10)),
                ("until", models.CharField(blank=True, max_length=10)),
                ("basis", models.CharField(blank=True, max_length=32)),
                ("reliability", models.CharField(blank=True, max_length=32)),
                ("sources", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("joint_offence", models.BooleanField()),
                ("line", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["network", "key"], name="tie_network")],
            },
        ),
    ]
