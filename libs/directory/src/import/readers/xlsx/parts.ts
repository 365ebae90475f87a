import type { PartKind, XmlEvent } from '../zip/xml.js';

/** ECMA-376 in its transitional and its strict form. */
const MAIN = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';

/** The parts of a workbook that are read. */
export const PARTS = {
  contentTypes: { root: 'Types', namespaces: [`${PACKAGE}content-types`] },
  relationships: { root: 'Relationships', namespaces: [`${PACKAGE}relationships`] },
  workbook: { root: 'workbook', namespaces: MAIN },
  worksheet: { root: 'worksheet', namespaces: MAIN },
  sharedStrings: { root: 'sst', namespaces: MAIN },
  styles: { root: 'styleSheet', namespaces: MAIN },
} as const satisfies Record<string, PartKind>;

/** Whether a line through the text begins here: `<strike/>` in a font or in a run of rich text (ECMA-376, 18.4.10). */
export function isStrike(event: XmlEvent): boolean {
  if (event.kind !== 'open' || event.name !== 'strike') return false;
  return !/^(0|false|off)$/.test(event.attributes.val ?? '1');
}

/** Characters that XML cannot hold are written `_x000D_`, and an underscore before such as `_x005F_` (ECMA-376, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
