/// What makes tables sortable and filterable where scripts run; the page says the same without it.
enum PageScript {
  static let text = """

    "use strict";
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0];
      const heads = Array.from(table.tHead.rows[0].cells);
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const down = head.getAttribute("aria-sort") === "ascending" ||
            (!head.hasAttribute("aria-sort") && head.classList.contains("n"));
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const sign = down ? -1 : 1;
          const rows = Array.from(body.rows).map((row) => {
            const cell = row.cells[column];
            return { row, text: cell.textContent, value: parseFloat(cell.dataset.v) };
          });
          rows.sort((a, b) => {
            if (isNaN(a.value) && isNaN(b.value)) {
              return sign * a.text.localeCompare(b.text, document.documentElement.lang);
            }
            if (isNaN(a.value)) return 1;
            if (isNaN(b.value)) return -1;
            return sign * (a.value - b.value);
          });
          body.append(...rows.map((item) => item.row));
        });
      });
      const count = body.rows.length;
      if (count < 8) continue;
      const line = document.createElement("p");
      line.className = "filter";
      const label = document.createElement("label");
      const input = document.createElement("input");
      const shown = document.createElement("span");
      input.type = "search";
      shown.setAttribute("role", "status");
      label.append(document.body.dataset.filter + " ", input);
      line.append(label, " ", shown);
      table.parentElement.before(line);
      input.addEventListener("input", () => {
        const wanted = input.value.toLowerCase();
        let left = 0;
        for (const row of body.rows) {
          row.hidden = !row.textContent.toLowerCase().includes(wanted);
          if (!row.hidden) left += 1;
        }
        shown.textContent = wanted ? left + " / " + count + " " + document.body.dataset.shown : "";
      });
    }

    """
}
