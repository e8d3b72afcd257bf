"""``python -m olapp`` and the ``olapp`` command."""

import sys

from olapp.app import main

if __name__ == "__main__":
    sys.exit(main())
