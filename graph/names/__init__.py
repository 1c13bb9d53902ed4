"""Printed names read into parts: places, bodies, titles, people. Nothing here knows of ids or of time."""
