"""Funds, their dated rounds, and the questions and criteria of each."""
