import type { Locale } from '#vocabulary';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { Phrases } from './phrases.js';
import { pt } from './pt.js';
import { sw } from './sw.js';

/** The sentences of every locale. */
export const PHRASES: Record<Locale, Phrases> = { ar, en, es, fr, pt, sw };
