"""Tells spaCy of the component of names when imported, as spaCy's entry points want it."""

from truceline.coding.english import names

names.register()
create = names.create
