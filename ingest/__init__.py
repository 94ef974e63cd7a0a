"""Read government reform plans and write them as records (see `ingest.records`)."""
