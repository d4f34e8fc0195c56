"""The database session, the base of all tables and the one transaction of a deed."""
