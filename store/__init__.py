"""Records added in the app and their history; the only folder that writes data.

Everything is a revision that stays: of an event, or of a body that was added to the vocabulary.
"""
