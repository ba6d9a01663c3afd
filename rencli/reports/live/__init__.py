"""Live figures: what a paper says after somebody has edited it, against the ledger.

``saved`` reads the file, ``keys`` knows what a live value is now, ``asked`` makes the paper that would be made now,
``checking`` compares, ``sentences`` tells what changed beyond the numbers, ``refreshing`` writes, ``memory`` keeps
what was made, ``tracing`` opens every figure, ``comparing`` sets two papers side by side.
"""
