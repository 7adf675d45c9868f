"""Measurements against peers, in the same run: ``python3 run.py bench [NAME ...]``.

A measurement is a function registered with :func:`bench.measure.bench` in a module of this package; it yields rows.
"""
