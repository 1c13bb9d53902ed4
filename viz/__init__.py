"""Pictures out of query answers: networks, timelines, matrices, flows. All scripts come from installed packages."""
