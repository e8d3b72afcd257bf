"""Files of others, in and out: spreadsheets, lists, records, calendars."""
