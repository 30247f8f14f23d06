"""The keys under which a device sends what it kept while it had no connection."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0002_guards"),)
    operations = (
        migrations.CreateModel(
            name="Sent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("officer", models.CharField(max_length=150)),
                ("key", models.CharField(max_length=64)),
                ("stream", models.CharField(max_length=32)),
                ("case", models.CharField(max_length=32)),
                ("act", models.CharField(max_length=64)),
                ("line", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "officer", "stream", "case", "act"), name="one_line_per_key"
                    )
                ],
            },
        ),
    )
