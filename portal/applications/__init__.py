"""From the eligibility check to the sent application."""
