"""Pictures out of query answers: networks, timelines, matrices, flows. Browser libraries come out of installed packages."""
