"""The last stage of reading: one module a record kind, each from an Understanding to drafts of records."""
