import type { Readable } from 'node:stream';
import type { Locale } from '#vocabulary';
import type { PersonalData } from './personal-data.service.js';

/**
 * Everything that is held about a woman as a PDF, headings in her language, written while it is read. What writes
 * PDFs is loaded when the first is asked for: it is a tenth of what a program that needs none would load.
 */
export async function personalDataPdf(
  data: PersonalData,
  locale: Locale,
  options?: { readonly compress?: boolean },
): Promise<Readable> {
  const { writePdf } = await import('./pdf/write-pdf.js');
  return writePdf(data, locale, options);
}
