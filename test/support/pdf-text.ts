/** What a reader can copy out of a PDF that is not compressed, and the glyphs it is drawn with. */
export interface PdfLine {
  /** In the order in which it is drawn, from left to right. */
  readonly text: string;
  readonly glyphs: readonly { readonly id: string; readonly text: string }[];
}

/** The lines of a PDF made by pdfkit without compression, by the `ToUnicode` maps of its fonts. */
export function pdfLines(pdf: Buffer): PdfLine[] {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [
      id,
      body ?? '',
    ]),
  );
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
      const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '') ?? [];
      return [name, characters(objects.get(map ?? '') ?? '')];
    }),
  );
  const lines: (PdfLine & { y: string })[] = [];
  for (const body of objects.values()) {
    if (!body.includes(' TJ')) continue;
    let y = '';
    let font = new Map<string, string>();
    for (const line of body.split('\n')) {
      const [, height] = /^1 0 0 1 \S+ (\S+) Tm/.exec(line) ?? [];
      const [, name] = /^\/(F\d+) \S+ Tf/.exec(line) ?? [];
      if (height !== undefined) y = height;
      if (name !== undefined) font = fonts.get(name) ?? font;
      if (!line.endsWith(' TJ')) continue;
      const ids = [...line.matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex]) => hex?.match(/.{4}/g) ?? [],
      );
      const glyphs = ids.map((id) => ({ id, text: font.get(id) ?? '\uFFFD' }));
      const text = glyphs.map((glyph) => glyph.text).join('');
      const last = lines.at(-1);
      if (last?.y === y) {
        lines[lines.length - 1] = {
          y,
          text: last.text + text,
          glyphs: [...last.glyphs, ...glyphs],
        };
      } else lines.push({ y, text, glyphs });
    }
  }
  return lines;
}

/** What each glyph stands for, from the ranges of a character map. */
function characters(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, first, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(first ?? '0', 16);
    for (const [i, [, hex]] of [...(list ?? '').matchAll(/<([0-9a-f\s]*)>/gi)].entries()) {
      const units = hex?.replaceAll(/\s/g, '').match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      found.set((start + i).toString(16).padStart(4, '0'), text);
    }
  }
  return found;
}
