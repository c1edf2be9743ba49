"""What pages show, as plain data: made from stored rows, without a request."""
