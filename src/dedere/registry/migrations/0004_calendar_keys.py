"""The keys of calendar feeds."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0003_sent_steps"),)
    operations = (
        migrations.CreateModel(
            name="CalendarKey",
            fields=[
                (
                    "officer",
                    models.OneToOneField(
                        on_delete=models.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
            ],
        ),
    )
