"""When: every date resolved against the report's day, a missing year inferred."""
