"""Who is who: names as they are written, how far two records agree, which pairs a person should look at."""
