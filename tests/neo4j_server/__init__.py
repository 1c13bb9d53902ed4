"""A real Neo4j for the tests: one a run, on a free loopback port, or the one that DUTYGRAPH_TEST_NEO4J names."""
