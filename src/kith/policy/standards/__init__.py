"""Dated numbers, each with its source, its clock and whose it is: the law's, a partnership's, or ours.

A standard written in a chapter is `standards.ITS_NAME` to a rule, and in `ALL`: there is nothing else to add it to.
"""

from kith.policy.standards.chapters import ALL as ALL
from kith.policy.standards.chapters.discussions import *  # noqa: F403
from kith.policy.standards.chapters.front_door import *  # noqa: F403
from kith.policy.standards.chapters.informed import *  # noqa: F403
from kith.policy.standards.chapters.lives import *  # noqa: F403
from kith.policy.standards.chapters.marks import *  # noqa: F403
from kith.policy.standards.chapters.orders import *  # noqa: F403
from kith.policy.standards.chapters.ours import *  # noqa: F403
from kith.policy.standards.chapters.plans import *  # noqa: F403
from kith.policy.standards.chapters.recording import *  # noqa: F403
from kith.policy.standards.chapters.reviews import *  # noqa: F403
from kith.policy.standards.chapters.strategy import *  # noqa: F403
from kith.policy.standards.numbers import Numbers as Numbers
from kith.policy.standards.standard import START_AWAITED as START_AWAITED
from kith.policy.standards.standard import START_NOT_KNOWN as START_NOT_KNOWN
from kith.policy.standards.standard import TO_BE_CHECKED as TO_BE_CHECKED
from kith.policy.standards.standard import Counting as Counting
from kith.policy.standards.standard import Standard as Standard
from kith.policy.standards.standard import Unit as Unit
from kith.policy.standards.standard import Value as Value
