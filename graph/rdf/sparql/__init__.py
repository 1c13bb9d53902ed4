"""SPARQL over the linked data of one version: read-only, in a child process with limits on time, memory and rows."""
