"""Pages as PDF, made by a process of its own, which alone loads what that takes."""
