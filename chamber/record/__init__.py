"""The record: people, sittings, votes and resolutions, and the journal that all acts end in."""
