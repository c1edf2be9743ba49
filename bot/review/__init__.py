"""The managers' web console: reading, marking, steering. Pages are made on the server; nothing comes from elsewhere."""
