"""What leaves the desk as a file: the lists as CSV and XLSX, the dates as a calendar."""
