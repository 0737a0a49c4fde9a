"""Signs that cannot be seen and turn round the order in which the words beside them are read."""

_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def one_way(said: str) -> str:
    """The words without those signs: nobody who typed them turns round a sentence of ours. Arabic and Hebrew stay as they are."""
    return said.translate(_TURNS)
