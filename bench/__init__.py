"""Measures of olapp, each against its floor or a rival in the same run.

``./dev bench`` prints one Markdown table; ``./dev bench --full`` draws all 1,000 packs.

A floor does the least that any program would have to do for the same result; a rival is another
program for the same job. Contestants take turns, A B A B, and a ratio is formed within each turn:
what slows the machine down for a moment slows both. The table shows medians, and of the ratios also
the least and the greatest. It measures and never judges: the exit code is 0 whether or not a goal
is met.

What is measured, and what each floor does and leaves out, stands in the docstring of its module:
``start``, ``checks``, ``packs``, ``memory``.
"""
