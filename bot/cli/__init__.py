"""The commands of `python -m bot`, each a thin `main(argv)` that returns the exit status."""
