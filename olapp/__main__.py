"""``python -m olapp`` and the ``olapp`` command."""

import sys

from olapp.app import main

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-sheets"]:  # the bundled program, started by exchange.child
        from olapp.exchange.child import serve

        serve()
        sys.exit(0)
    sys.exit(main())
