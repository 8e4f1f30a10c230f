"""Records added in the app and their history; the only folder that writes data. Nothing is added in the app yet."""
