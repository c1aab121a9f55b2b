"""What a test needs and this machine does not have."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Skip the test with what is not here and how to get it; in CI it fails, for a missing tool proves nothing."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
