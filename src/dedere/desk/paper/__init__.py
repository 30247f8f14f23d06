"""What the desk prints: day sheet, manifest, escort record, certificate, draft request, custody tags."""
