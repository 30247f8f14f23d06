"""What two States promised each other, and what each says became of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0009_worked"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccordRow",
            fields=[
                ("number", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("position", models.BigIntegerField(unique=True)),
                ("version", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=16)),
                ("area", models.CharField(max_length=32)),
                ("first", models.DateField()),
                ("on", models.CharField(max_length=10)),
                ("until", models.CharField(blank=True, max_length=10)),
                ("between", models.CharField(max_length=5)),
                ("by", models.CharField(blank=True, max_length=5)),
                ("beneficiary", models.CharField(blank=True, max_length=2)),
                ("at", models.CharField(blank=True, max_length=32)),
                ("en", models.TextField()),
                ("es", models.TextField()),
                ("due", models.DateField(null=True)),
                ("every", models.PositiveIntegerField()),
                ("awaited", models.CharField(blank=True, max_length=5)),
                ("reading", models.CharField(max_length=24)),
                ("why", models.CharField(blank=True, max_length=120)),
                ("apart", models.BooleanField()),
                ("figure", models.CharField(blank=True, max_length=48)),
                ("awaiting", models.PositiveIntegerField()),
                ("simulated", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-first", "-number"], name="accord_first"),
                    models.Index(
                        condition=models.Q(("due__isnull", False)),
                        fields=["due", "number"],
                        name="accord_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ColumnRow",
            fields=[
                ("key", models.CharField(max_length=35, primary_key=True, serialize=False)),
                ("accord", models.CharField(max_length=32)),
                ("side", models.CharField(max_length=2)),
                ("position", models.CharField(max_length=16)),
                ("on", models.DateField(null=True)),
                ("line", models.PositiveIntegerField()),
                ("published", models.BooleanField()),
                ("sources", models.TextField(blank=True)),
                ("signed_on", models.DateField(null=True)),
                ("signed_published", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["accord", "side"], name="column_accord"),
                    models.Index(fields=["side", "position"], name="column_position"),
                ],
            },
        ),
    ]
