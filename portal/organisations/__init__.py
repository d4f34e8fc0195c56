"""The partners: who they are and who is in their team."""
