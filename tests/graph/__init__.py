"""Tests of the graph part."""
