"""What the forms of open data are called on the web."""

CSV = "text/csv"
JSON = "application/json"
PARQUET = "application/vnd.apache.parquet"
SQLITE = "application/vnd.sqlite3"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
