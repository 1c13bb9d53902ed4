"""Pictures out of answers: networks, lives over time, matrices, flows. Each is data first, so that its table stands beside it."""
