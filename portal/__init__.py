"""Join the Dots, a partner portal for a council's digital inclusion programme."""
