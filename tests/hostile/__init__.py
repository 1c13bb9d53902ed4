"""Files from hostile hands, and from careless ones. Each test is named by its attack; the files are built by code."""
