"""The Plan screen: table, timeline, line of sight and the editor beside them."""
