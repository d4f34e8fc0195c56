"""What people ask the team from the contact page, and how they are answered."""
