"""The pages, a file for each thing that is looked at. A page takes a visit and returns an answer."""
