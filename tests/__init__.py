"""The tests, laid out as portal/ is; the files at this level are what they stand on."""
