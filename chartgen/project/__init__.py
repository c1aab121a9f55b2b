"""Find and load what an author wrote: chartgen.toml, service.py or service.yaml, presets; and know its lines."""
