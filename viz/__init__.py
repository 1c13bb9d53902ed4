"""Pictures out of query answers: networks, timelines, matrices, flows. Browser libraries come from installed packages."""
