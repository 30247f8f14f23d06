"""What this State signed of its journal, and what it last saw of another's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0020_tree"),)
    operations = (
        migrations.CreateModel(
            name="CheckpointRow",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("note", models.TextField()),
                ("signed_at", models.DateTimeField()),
                ("cosigned_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="WitnessedRow",
            fields=[
                ("origin", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=2)),
                ("size", models.BigIntegerField()),
                ("note", models.TextField()),
                ("cosigned_at", models.DateTimeField()),
                ("refused", models.CharField(blank=True, max_length=32)),
                ("refused_at", models.DateTimeField(null=True)),
            ],
        ),
    )
