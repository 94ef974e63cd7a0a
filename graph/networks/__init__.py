"""Networks of units made from the graph, and measures on them. The only package that imports networkx."""
