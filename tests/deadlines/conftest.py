"""The house and its visitors, as the tests of the door have them."""

from tests.web.conftest import cheap_passwords, visitors

__all__ = ["cheap_passwords", "visitors"]  # Fixtures.
