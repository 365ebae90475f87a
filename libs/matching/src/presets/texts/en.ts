import type { PresetTexts } from '../preset-text.js';

export const en: PresetTexts = {
  'ceasefire-talks': {
    title: 'Ceasefire talks',
    reason:
      'Terms of a ceasefire are technical and talks are short: expertise in ceasefires and having been in such talks count more than elsewhere, and she must be free in time.',
  },
  'community-mediation': {
    title: 'Community mediation',
    reason:
      'Trust is local: language and place count most, then work on the community track; years at high tables say little here.',
  },
  'constitution-process': {
    title: 'Constitution process',
    reason:
      'The substance decides: expertise in constitutions and inclusion counts most, and experience from other countries is of use, so place counts less.',
  },
  'crsv-accountability': {
    title: 'Accountability for conflict-related sexual violence',
    reason:
      'Survivors must not be harmed again: depth of expertise and years count most, and language, because statements are heard; methods travel, so place counts less.',
  },
  'election-dialogue': {
    title: 'Election-related dialogue',
    reason:
      'The calendar is fixed by law: availability counts much, with knowledge of the country and of disputes over elections.',
  },
  'humanitarian-access': {
    title: 'Humanitarian access',
    reason:
      'Talks are with those who hold the ground, and at once: language, place and availability count most, and a profile that is up to date.',
  },
  'implementation-monitoring': {
    title: 'Implementation monitoring',
    reason:
      'Monitoring lasts and happens on the ground: experience in implementing agreements, place and availability over the whole period count more than elsewhere.',
  },
  'wps-action-plan': {
    title: 'Advice on a women, peace and security action plan',
    reason:
      'The work is on policy and not at a table between parties: expertise in action plans counts most, and experience in peace processes does not count.',
  },
};
