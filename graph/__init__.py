"""Load records into a graph store, run reports on it and export it."""
