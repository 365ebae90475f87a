import type { Locale } from '#vocabulary';
import type { PresetText, PresetTexts } from './preset-text.js';
import type { PresetCode } from './presets.js';
import { ar } from './texts/ar.js';
import { en } from './texts/en.js';
import { es } from './texts/es.js';
import { fr } from './texts/fr.js';
import { pt } from './texts/pt.js';
import { sw } from './texts/sw.js';

const TEXTS: Readonly<Record<Locale, PresetTexts>> = { ar, en, es, fr, pt, sw };

export function presetText(code: PresetCode, locale: Locale): PresetText {
  return TEXTS[locale][code];
}
