"""``python -m rencli``."""

import sys

from rencli.cli.app import main

sys.exit(main())
