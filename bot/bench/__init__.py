"""The benchmark: scripted reps of known skill through every scene, random walks, and the time a turn takes."""
