"""What the product knows: frozen dataclasses and pure functions on the standard library alone."""
