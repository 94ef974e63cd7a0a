"""A store with texts that break careless writers, and measured units."""

import pytest

from graph.store import Store
from tests.graph.nasty import add_nasty


@pytest.fixture
def nasty(loaded: Store) -> Store:
    """A store, either one, that holds the hand-made build and nasty texts."""
    add_nasty(loaded)
    return loaded
