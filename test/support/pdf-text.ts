/** What a reader can copy out of a PDF that is not compressed, and the glyphs it is drawn with. */
export interface PdfLine {
  /** In the order in which it is drawn, from left to right. */
  readonly text: string;
  readonly glyphs: readonly { readonly id: string; readonly text: string }[];
  /** What is drawn at a stretch, in points from the left edge of the page. */
  readonly pieces: readonly PdfPiece[];
}

export interface PdfPiece {
  readonly text: string;
  readonly glyphs: PdfLine['glyphs'];
  readonly from: number;
  readonly to: number;
}

/**
 * A line as it is read from the right: pieces from right to left, and the letters of Arabic ones too. The glyph of a ligature
 * stands for its letters in their order.
 */
export function readFromRight({ pieces }: PdfLine): string {
  return pieces
    .toSorted((a, b) => b.from - a.from)
    .map(({ text, glyphs }) =>
      /\p{Script=Arabic}/u.test(text)
        ? glyphs
            .toReversed()
            .map((glyph) => glyph.text)
            .join('')
        : text,
    )
    .join('');
}

interface Font {
  readonly characters: ReadonlyMap<string, string>;
  /** In thousandths of the size, by glyph. */
  readonly widths: readonly number[];
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
      const [, descendant] =
        /\/DescendantFonts \[(\d+) 0 R\]/.exec(objects.get(id ?? '') ?? '') ?? [];
      const [, list] = /\/W \[0 \[([^\]]*)\]/.exec(objects.get(descendant ?? '') ?? '') ?? [];
      const widths = (list ?? '').trim().split(/\s+/).map(Number);
      return [name, { characters: characters(objects.get(map ?? '') ?? ''), widths }];
    }),
  );
  const lines: (PdfLine & { y: string })[] = [];
  for (const body of objects.values()) {
    if (!body.includes(' TJ')) continue;
    let [x, y, size] = [0, '', 0];
    let font: Font = { characters: new Map(), widths: [] };
    for (const line of body.split('\n')) {
      const [, left, height] = /^1 0 0 1 (\S+) (\S+) Tm/.exec(line) ?? [];
      const [, name, points] = /^\/(F\d+) (\S+) Tf/.exec(line) ?? [];
      if (height !== undefined) [x, y] = [Number(left), height];
      if (name !== undefined) [font, size] = [fonts.get(name) ?? font, Number(points)];
      if (!line.endsWith(' TJ')) continue;
      const ids = [...line.matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex]) => hex?.match(/.{4}/g) ?? [],
      );
      const glyphs = ids.map((id) => ({ id, text: font.characters.get(id) ?? '\uFFFD' }));
      const text = glyphs.map((glyph) => glyph.text).join('');
      const moved = [...line.matchAll(/> (-?[\d.]+)/g)].map(([, back]) => -Number(back));
      const advance = [...ids.map((id) => font.widths[Number.parseInt(id, 16)] ?? 0), ...moved];
      const to = x + (advance.reduce((total, one) => total + one, 0) * size) / 1_000;
      const piece = { text, glyphs, from: x, to };
      x = to;
      const last = lines.at(-1);
      if (last?.y === y) {
        lines[lines.length - 1] = {
          y,
          text: last.text + text,
          glyphs: [...last.glyphs, ...glyphs],
          pieces: [...last.pieces, piece],
        };
      } else lines.push({ y, text, glyphs, pieces: [piece] });
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
