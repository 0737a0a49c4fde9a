"""`python -m kith.cli …` is `./kith …`."""

import sys

from kith.cli.commands import main

sys.exit(main())
