"""Widgets that several pages share; each keeps its own state."""
