"""Area SEF: an offline self-evaluation for local area SEND partnerships."""

__version__ = "0.1.0"
