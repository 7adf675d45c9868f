"""The Publish screen: documents, their pages, and what stands in the way of them."""
