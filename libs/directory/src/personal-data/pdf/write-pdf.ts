import type { Readable } from 'node:stream';
import { translator } from '#messages';
import { type PdfPages, textPdf } from '#pdf';
import type { Locale } from '#vocabulary';
import type { PersonalData } from '../personal-data.service.js';
import { heading } from './headings.js';
import { outlineOf } from './outline.js';

/** Everything that is held about a woman as a PDF, headings in her language, written while it is read. */
export function writePdf(data: PersonalData, locale: Locale, { compress = true } = {}): Readable {
  const title = translator('personal-data', locale)('title');
  const createdAt = new Date(data.exportedAt);
  return textPdf({ title, language: locale, createdAt, compress }, (pages) =>
    write(pages, data, locale),
  );
}

async function write(pages: PdfPages, data: PersonalData, locale: Locale): Promise<void> {
  const t = translator('personal-data', locale);
  const moment = data.exportedAt.slice(0, 16).replace('T', ' ');
  await pages.write(t('title'), { as: 'title' });
  // Isolated, so that the words around it do not turn the day around.
  await pages.write(t('note', { moment: `\u2066${moment} UTC\u2069` }));
  for (const [name, part] of Object.entries(data.parts)) {
    pages.gap();
    await pages.write(heading(name, locale), { as: 'heading' });
    const outline = outlineOf(part, locale);
    if (outline.length === 0) await pages.write(t('nothing'));
    for (const { depth, text } of outline) await pages.write(text, { depth });
  }
}
