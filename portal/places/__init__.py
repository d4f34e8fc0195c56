"""Wards, neighbourhoods, postcodes and how deprived each is."""
