"""Every sentence a person reads that is not a widget's label or a pack's text, by code with parameters."""
