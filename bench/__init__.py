"""Measurements: speed of ingest and repair, and made plans with a known truth."""
