"""Filling what the user wrote in a process of its own, with an end to its time, its memory and its output.

``run`` starts such a process and says in a sentence how it ended, ``memory`` is the limit that the process sets
itself; ``child`` is the process that fills a prose template, ``allowed`` what such a template may hold. A form has
the same in ``reports.form``.
"""
