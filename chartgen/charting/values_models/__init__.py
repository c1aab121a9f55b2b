"""What a values file may say: pydantic models, from which schema and comments come."""
