"""The public statistics as static pages in two languages, with their tables as CSV and all of it as JSON."""
