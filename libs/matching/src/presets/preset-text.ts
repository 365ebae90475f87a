import type { PresetCode } from './presets.js';

/** What a preset is called, and why it weighs as it does. */
export interface PresetText {
  readonly title: string;
  readonly reason: string;
}

/** Of every preset, in one language. */
export type PresetTexts = Readonly<Record<PresetCode, PresetText>>;
