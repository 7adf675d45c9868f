"""Controls that know Qt and the tokens, and nothing of the product."""
