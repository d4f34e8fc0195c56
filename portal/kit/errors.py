"""What can be refused. The web room alone turns these into answers."""

from collections.abc import Mapping

from portal.kit.text import N_, Say


class Refusal(Exception):
    """A deed that is not done, with the sentence that says why."""

    default = N_("That could not be done.")

    def __init__(self, sentence: Say | str | None = None) -> None:
        self.sentence = sentence if isinstance(sentence, Say) else Say(sentence or self.default)
        super().__init__(str(self.sentence))


class NotAllowed(Refusal):
    """This person may not do this."""

    default = N_("Your role does not include this.")


class NotThere(Refusal):
    """There is no such thing, or it is not theirs to know of."""

    default = N_("There is nothing at this address.")


class OtherTeams(NotThere):
    """It belongs to another of this person's own teams, whose reference is `team`; there once they act for it."""

    def __init__(self, sentence: Say, team: str, name: str) -> None:
        super().__init__(sentence)
        self.team, self.name = team, name


class Moved(Refusal):
    """What was under one reference is under another now, and this person may know of it."""

    default = N_("This is at another address now.")

    def __init__(self, ref: str, to: str) -> None:
        super().__init__()
        self.ref, self.to = ref, to


class WrongState(Refusal):
    """The thing is not in a state in which this can be done; most often somebody was quicker."""

    default = N_("This has moved on since you opened it.")


class Clash(Refusal):
    """Somebody else changed the same thing since this person read it. `theirs` is what stands now."""

    default = N_("Somebody else has changed this since you opened it.")

    def __init__(self, sentence: Say | str | None = None, theirs: object = None) -> None:
        super().__init__(sentence)
        self.theirs = theirs


class TooMany(Refusal):
    """A limit on tries or on numbers."""

    default = N_("That is too many tries. Wait a while, then try again.")


class Gone(Refusal):
    """A link or an invitation that has ended."""

    default = N_("This link no longer works.")


class Invalid(Refusal):
    """What was typed does not fit: a sentence for each field."""

    default = N_("Some of the answers need another look.")

    def __init__(self, errors: Mapping[str, Say | str]) -> None:
        super().__init__()
        self.errors = {name: say if isinstance(say, Say) else Say(say) for name, say in errors.items()}


class Away(Refusal):
    """Something that the portal needs does not answer, or is full. Nothing was half done."""

    default = N_("The store for files is full or does not answer. Wait a few minutes, then send it again.")


class Misconfigured(SystemExit):
    """A setting that is missing or wrong. The portal does not start, and says just this sentence."""
