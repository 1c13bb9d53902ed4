"""The spine: settings, errors and logs. Imported by every room, importing none."""
