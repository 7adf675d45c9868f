"""Evaluate: one strand at a time, its guide, its statements being written, and the pages that back them."""
