import type { Page } from "playwright-core";

/** What a sheet of A4 leaves within our margins, in millimetres. */
const sheet = { width: 178, height: 262 };

/**
 * Lays a printable page out as sheets side by side, its content moved down by `pushedMm`, and says what a sheet's end
 * tears apart: rows and blocks that are cut in half, titles whose text stands on the next sheet, rows that stand alone.
 * The browser breaks columns by the same rules as pages, and columns can be measured.
 */
export async function tornApart(page: Page, pushedMm: number): Promise<{ sheets: number; torn: string[] }> {
  const layout = await page.addStyleTag({
    content: `main { all: unset; display: block; width: ${sheet.width}mm; height: ${sheet.height}mm;
      column-width: ${sheet.width}mm; column-gap: 20mm; column-fill: auto; }
      main::before { content: ""; display: block; height: ${pushedMm}mm; }`,
  });
  const found = await page.evaluate((widthMm) => {
    const main = document.querySelector("main");
    if (!main) throw new Error("This is no printed plan.");
    const across = ((widthMm + 20) * 96) / 25.4;
    const start = main.getBoundingClientRect();
    const isFromRight = document.documentElement.dir === "rtl";
    const sheetsOf = (element: Element) =>
      [...element.getClientRects()].map((box) =>
        Math.floor((isFromRight ? start.right - box.right + 2 : box.left - start.left + 2) / across),
      );
    const nameOf = (element: Element) => `${element.localName}: ${(element.textContent ?? "").trim().slice(0, 40)}`;
    const first = (element: Element | null | undefined) => (element ? sheetsOf(element)[0] : undefined);
    const last = (element: Element) => sheetsOf(element).at(-1);
    const torn: string[] = [];
    for (const whole of main.querySelectorAll("tbody tr, .titled, dl.facts > div, .signatures")) {
      if (new Set(sheetsOf(whole)).size > 1) torn.push(`cut in half, ${nameOf(whole)}`);
    }
    for (const title of main.querySelectorAll("h2, h3")) {
      const next = title.nextElementSibling;
      const text = next?.localName === "table" ? next.querySelector("tbody tr") : next;
      if (text && last(title) !== first(text)) torn.push(`alone, ${nameOf(title)}`);
    }
    for (const body of main.querySelectorAll("tbody")) {
      const rows = [...body.children];
      if (rows.length < 3) continue;
      if (first(rows[0]) !== first(rows[1])) torn.push(`alone, ${nameOf(rows[0]!)}`);
      if (first(rows.at(-1)) !== first(rows.at(-2))) torn.push(`alone, ${nameOf(rows.at(-1)!)}`);
    }
    const sheets = Math.max(...[...main.children].flatMap(sheetsOf)) + 1;
    return { sheets, torn };
  }, sheet.width);
  await layout.evaluate((style) => (style as Element).remove());
  return found;
}
