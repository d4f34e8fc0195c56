"""Small tables of places on disk."""

from pathlib import Path

WARDS = """\
ward24_code,ward24_name,other
E05000001,Here,x
E05000002,There,y
"""
NEIGHBOURHOODS = """\
lsoa21_code,lsoa21_name,ward24_code,ward24_name,imd2025_decile,census2021_population
E01000001,Here A,E05000001,Here,1,1000
E01000002,Here B,E05000001,Here,2,500
E01000003,Here C,E05000001,Here,3,2000
E01000004,There A,E05000002,There,10,700
"""
POSTCODES = """\
postcode,lsoa21_code
LS1 1AA,E01000001
ls11ab,E01000003
LS2 1AA,E01000004
"""
TABLES = {"wards": WARDS, "neighbourhoods": NEIGHBOURHOODS, "postcodes": POSTCODES}


def written(folder: Path, **tables: str | bytes) -> dict[str, Path]:
    """The tables as files, each under its name."""
    paths = {}
    for name, content in tables.items():
        paths[name] = folder / f"{name}.csv"
        paths[name].write_bytes(content.encode() if isinstance(content, str) else content)
    return paths
