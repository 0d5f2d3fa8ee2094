from chamber.law.roles import COMMITTEE, EVERYONE, SECRETARIAT, STAFF, Role


def test_who_belongs_to_the_staff_of_whom() -> None:
    assert {Role.PRESIDING, Role.SECRETARIAT} == SECRETARIAT
    assert {Role.COMMITTEE} == COMMITTEE - SECRETARIAT
    assert {Role.OFFICE, Role.DEPUTY} == STAFF - COMMITTEE
    assert {Role.PUBLIC, Role.ADMIN} == EVERYONE - STAFF
