"""Reads results folders as others would: Frictionless, pandas, LibreOffice in Swedish, a browser with axe.

usage: report.py BUFFERT OUT [--quick] FOLDER...
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import pandas
from axe_playwright_python.sync_playwright import Axe
from frictionless import Package
from playwright.sync_api import sync_playwright

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>\u202e=cmd()"
problems = []


def check(is_right, what):
    if not is_right:
        problems.append(what)
        print("WRONG:", what)


def tables(folder, is_quick):
    """Every table is in the package and valid; spreadsheets read what programs read."""
    package = json.loads((folder / "datapackage.json").read_text())
    described = sorted(resource["path"] for resource in package["resources"])
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.csv"))
    # A shipped folder may lack tables that are too large to be kept.
    check(set(written) <= set(described), f"{folder}: {written} are not all described: {described}")
    if set(described) == set(written):
        report = Package(str(folder / "datapackage.json")).validate()
        for task in report.tasks:
            check(task.valid, f"{folder}/{task.place}: {task.errors[:3]}")
    for resource in package["resources"]:
        if resource["path"] in written:
            frame(folder, resource)
    for path in sorted(folder.glob("excel-sv/*.csv"))[: 2 if is_quick else None]:
        spreadsheet(path, folder / path.name)
    print(f"{folder}: {len(written)} tables are as described")


def frame(folder, resource):
    """A table read by pandas, told no more than the separators, has numbers and dates where the package says so."""
    path = folder / resource["path"]
    dialect = resource["dialect"]
    is_swedish = dialect["delimiter"] == ";"
    read = pandas.read_csv(path, sep=dialect["delimiter"], decimal="," if is_swedish else ".",
                           encoding="utf-8-sig" if is_swedish else "utf-8", low_memory=False)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=dialect["delimiter"]))
    check(len(read) == len(rows) - 1, f"{path}: pandas reads {len(read)} rows, not {len(rows) - 1}")
    for place, field in enumerate(resource["schema"]["fields"] if len(read) else []):
        what = f"{path}, {field['name']}: pandas reads"
        column = read.iloc[:, place]
        texts = [row[place] for row in rows[1:]]
        if field["type"] in ("number", "integer"):
            if not pandas.api.types.is_numeric_dtype(column):
                check(False, f"{what} {column.dtype}")
                continue
            wanted = [float(text.replace(",", ".")) if text else None for text in texts]
            # Its quick way to read numbers counts zeros after the point among the digits that it keeps.
            check(all(b is None and pandas.isna(a) or b is not None and abs(a - b) <= 1e-8 * abs(b)
                      for a, b in zip(column, wanted)), f"{what} other numbers")
        elif field["type"] == "date":
            dates = pandas.to_datetime(column, format="%Y-%m-%d", errors="coerce")
            check(dates.isna().sum() == texts.count(""), f"{what} dates that are none")
        elif not pandas.api.types.is_numeric_dtype(column) or not is_swedish:
            # What reports print is text by its description, and may all be numbers.
            check(all(pandas.isna(a) if not b else str(a) == b for a, b in zip(column, texts)),
                  f"{what} other texts")


def spreadsheet(path, plain):
    """A table opened by LibreOffice in Swedish and saved for programs has the same cells."""
    with tempfile.TemporaryDirectory() as work:
        # Field separators, UTF-8; Swedish (1053); numbers recognised; out: as stored, not as shown.
        subprocess.run(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{work}/profile",
             "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1053,false,true",
             "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false",
             "--outdir", f"{work}/out", str(path)],
            check=True, capture_output=True, timeout=300)
        found = list(csv.reader(next(pathlib.Path(work, "out").glob("*.csv")).open(encoding="utf-8")))
    wanted = list(csv.reader(plain.open(encoding="utf-8")))
    check(len(found) == len(wanted), f"{path}: {len(found)} rows, not {len(wanted)}")
    for place, (own, other) in enumerate(zip(found, wanted)):
        for a, b in zip(own + [""] * (len(other) - len(own)), other):
            if a != b and not same_number(a, b):
                check(False, f"{path}:{place + 1}: the spreadsheet has {a!r}, not {b!r}")
                return


def same_number(a, b):
    # The spreadsheet knows 25 % as a number of its own.
    if a.endswith("%") and a == b.replace(" %", "%"):
        return True
    try:
        return abs(float(a) - float(b)) <= 1e-9 * abs(float(b))
    except ValueError:
        return False


def page(browser, path, name, out, is_quick):
    """The page is accessible, needs no network, fits, and works by keyboard and without script."""
    address = path.resolve().as_uri()
    for width in (1280, 390):
        for scheme in ("light", "dark") if not is_quick else ("light",) if width == 1280 else ("dark",):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            view = context.new_page()
            said = []
            view.on("console", lambda message: said.append(message.text))
            view.on("pageerror", lambda error: said.append(str(error)))
            view.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
            view.on("request", lambda request: said.append(request.url) if request.url != address else None)
            began = time.monotonic()
            view.goto(address)
            view.wait_for_load_state("load")
            seconds = time.monotonic() - began
            check(seconds < 2, f"{name}: opens in {seconds:.1f} s")
            where = f"{name} at {width} in {scheme}"
            check(not said, f"{where}: {said[:3]}")
            check(view.evaluate("document.documentElement.scrollWidth") <= width, f"{where}: too wide")
            if scheme == "light" and not is_quick:
                view.screenshot(path=out / f"{name}-{width}.png", full_page=True)
            view.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
            for violation in Axe().run(view).response["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                check(False, f"{where}: {violation['id']}: {violation['help']} {nodes}")
            context.close()
    keyboard(browser, address, name)
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(address)
    check(view.locator("table").count() > 3, f"{name}: no tables without script")
    check(view.locator("button, input").count() == 0, f"{name}: controls without script")
    if not is_quick:
        view.pdf(path=out / f"{name}.pdf", format="A4", prefer_css_page_size=True)
    context.close()
    size = path.stat().st_size
    check(size < 5_000_000, f"{name}: {size} bytes")
    print(f"{name}: {size} bytes, opens in {seconds:.2f} s, no violations")


def keyboard(browser, address, name):
    """Tables are sorted and filtered with keys alone."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    view = context.new_page()
    view.goto(address)
    view.keyboard.press("Tab")
    check(view.evaluate("document.activeElement.className") == "skip", f"{name}: no skip link first")
    table = view.locator("table.sortable").first
    if table.count() == 0:
        context.close()
        return
    button = table.locator("thead button").nth(1)
    button.focus()
    for wanted in ("descending", "ascending"):
        view.keyboard.press("Enter")
        values = table.evaluate(
            "(t) => Array.from(t.tBodies[0].rows, (r) => parseFloat(r.cells[1].dataset.v))"
            ".filter((v) => !isNaN(v))")
        check(values == sorted(values, reverse=wanted == "descending"), f"{name}: not {wanted}")
        state = button.locator("xpath=..").get_attribute("aria-sort")
        check(state == wanted, f"{name}: aria-sort is {state}")
    search = view.locator("input[type=search]").first
    if search.count() > 0:
        rows = search.locator("xpath=following::table[1]/tbody/tr")
        first = rows.first.locator("th").inner_text()
        search.focus()
        view.keyboard.type(first)
        left = [row for row in rows.all() if row.is_visible()]
        check(0 < len(left) and all(first in row.inner_text() for row in left), f"{name}: filter")
    context.close()


def hostile(folder, work):
    """A copy of the folder whose policies and products have hostile names."""
    copy = work / "hostile"
    shutil.copytree(folder, copy)
    run = json.loads((copy / "run.json").read_text())
    run["title"] += HOSTILE
    run["policies"] = [policy + HOSTILE for policy in run["policies"]]
    run["baseline"] += HOSTILE
    (copy / "run.json").write_text(json.dumps(run))
    for path in copy.glob("*.csv"):
        rows = list(csv.reader(path.open(encoding="utf-8")))
        for row in rows[1:]:
            for place, column in enumerate(rows[0]):
                if column in ("policy", "baseline", "key", "product", "name", "phase") and row[place] != "all":
                    row[place] += HOSTILE
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return copy


def main(buffert, out, *folders):
    out = pathlib.Path(out)
    is_quick = folders[0] == "--quick"
    folders = folders[1:] if is_quick else folders
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        work = pathlib.Path(work)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for folder in map(pathlib.Path, folders):
            tables(folder, is_quick)
            if not (folder / "run.json").exists():
                continue  # tables of costs alone have no page
            for language in ("en",) if is_quick else ("en", "sv"):
                path = work / f"{folder.name}-{language}.html"
                subprocess.run(
                    [buffert, "report", str(folder), "--locale", language, "--out", str(path)],
                    check=True, stdout=subprocess.DEVNULL)
                page(browser, path, f"{folder.name}-{language}", out, is_quick)
        if len(folders) > 1:  # not a folder that somebody asks for
            path = work / "hostile.html"
            subprocess.run(
                [buffert, "report", str(hostile(pathlib.Path(folders[0]), work)), "--out", str(path)],
                check=True, stdout=subprocess.DEVNULL)
            page(browser, path, "hostile", out, is_quick)
        browser.close()
    if problems:
        sys.exit(f"{len(problems)} problems")
    print("tables and reports are as they should be")


main(*sys.argv[1:])
