import type { Locale } from '#vocabulary';
import type { PresetCode } from './presets.js';
import { ar } from './texts/ar.js';
import { en } from './texts/en.js';
import { es } from './texts/es.js';
import { fr } from './texts/fr.js';
import { pt } from './texts/pt.js';
import { sw } from './texts/sw.js';

/** What a preset is called, and why it weighs as it does. */
export interface PresetText {
  readonly title: string;
  readonly reason: string;
}

/** Of every preset, in one language. */
export type PresetTexts = Readonly<Record<PresetCode, PresetText>>;

const TEXTS: Readonly<Record<Locale, PresetTexts>> = { ar, en, es, fr, pt, sw };

export function presetText(code: PresetCode, locale: Locale): PresetText {
  return TEXTS[locale][code];
}
