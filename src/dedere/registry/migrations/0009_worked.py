"""What was worked out from networks, kept by the digest of its inputs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0008_networks"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkedRow",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("network", models.CharField(db_index=True, max_length=32)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
