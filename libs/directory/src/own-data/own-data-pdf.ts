import type { Readable } from 'node:stream';
import type { Locale } from '#vocabulary';
import type { OwnData } from './own-data.service.js';

/**
 * Everything that is held about a woman as a PDF, headings in her language, written while it is read. What writes
 * PDFs is loaded when the first is asked for: it is a tenth of what a program that needs none would load.
 */
export async function ownDataPdf(
  data: OwnData,
  locale: Locale,
  options?: { readonly compress?: boolean },
): Promise<Readable> {
  const { writePdf } = await import('./pdf/own-data-pdf.js');
  return writePdf(data, locale, options);
}
