"""A real PostgreSQL for the tests: one a run, on a free loopback port, or the one that DUTYGRAPH_TEST_POSTGRES names."""
