"""Frozen values that pass between rooms. Imports nothing of ours."""
