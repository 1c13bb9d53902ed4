"""The FastAPI application: resources, canned queries, and the web pages."""
