import type { Readable } from 'node:stream';
import { textPdf } from '#pdf';
import type { Locale } from '#vocabulary';
import type { Briefing } from './briefing.js';

/** A briefing as a PDF, with the watermark on each page, written while it is read. */
export function briefingPdf(
  briefing: Briefing,
  locale: Locale,
  { createdAt = new Date(), compress = true } = {},
): Readable {
  const { title, watermark } = briefing;
  return textPdf({ title, language: locale, createdAt, watermark, compress }, async (pages) => {
    await pages.write(title, { as: 'title' });
    await pages.write(briefing.note);
    pages.gap();
    await pages.write(briefing.needTitle, { as: 'heading' });
    for (const line of briefing.need) await pages.write(line);
    pages.gap();
    await pages.write(briefing.mediatorsTitle, { as: 'heading' });
    for (const { name, lines } of briefing.mediators) {
      pages.gap();
      await pages.write(name, { as: 'heading' });
      for (const line of lines) await pages.write(line, { depth: 1 });
    }
    for (const line of briefing.end) {
      pages.gap();
      await pages.write(line);
    }
  });
}
