"""Spreadsheets people keep, under any usual words, read into the tables of the waist."""
