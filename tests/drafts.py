"""What the tests of the reader of announcements ask of a draft."""

from __future__ import annotations

from loaders.press_release import Draft, read_announcement


def one(text: str, **where: str) -> Draft:
    drafts = read_announcement(text, **where)
    assert len(drafts) == 1
    return drafts[0]


def days(draft: Draft) -> tuple[str | None, str | None]:
    return draft.record["start_date"], draft.record["end_date"]


def countries(draft: Draft, role: str) -> set[str]:
    return {row["iso3"] for row in draft.record["countries"] if row["role"] == role}


def bodies(draft: Draft, role: str) -> set[str]:
    return {row["name"] for row in draft.record["organisations"] if row["role"] == role}
