import { ARABIC_NAMES } from './arabic-names.js';
import { LOCALES, cldr, iso639, registry } from './sources.js';

/**
 * Members of a macrolanguage that ISO 639-3 does not list but speakers and networks count to it.
 * Hassaniyya is an Arabic variety (Glottolog hass1238).
 */
const EXTRA_MACROLANGUAGE = { mey: 'ar' };

/** Every language of ISO 639-3 as [code, macrolanguage or null, labels, further codes and names]. */
export function languages() {
  const bySubtag = new Map(registry.languages.map((entry) => [entry.Subtag, entry]));
  const entries = new Map();
  for (const { iso6391, iso6393, iso6392B, iso6392T, name, scope } of iso639.languages) {
    // `und`, `zxx`, `mul` and `mis` name no language.
    if (scope === 'special') continue;
    const own = iso6391 ?? iso6393;
    const code = canonical(own);
    const tag = bySubtag.get(own);
    const entry = entries.get(code) ?? { macro: null, labels: labelsOf(code), names: new Set() };
    for (const spelling of [iso6391, iso6393, iso6392B, iso6392T]) {
      if (spelling && spelling !== code) entry.names.add(spelling);
    }
    for (const description of [name, ...(tag?.Description ?? [])]) entry.names.add(description);
    entry.labels.en ??= tag?.Description[0] ?? name;
    const macro = EXTRA_MACROLANGUAGE[code] ?? tag?.Macrolanguage;
    if (code === own && macro && canonical(macro) !== code) entry.macro = canonical(macro);
    entries.set(code, entry);
  }
  for (const [withdrawn, code] of withdrawnCodes()) entries.get(code)?.names.add(withdrawn);
  for (const entry of entries.values())
    for (const text of Object.values(entry.labels)) entry.names.delete(text);
  return [...entries]
    .map(([code, { macro, labels, names }]) => [code, macro, labels, [...names].toSorted()])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** CLDR's canonical code; where CLDR answers with a locale (`fa-AF`) the code keeps its own life. */
function canonical(code) {
  const replacement = cldr.languageAlias[code]?._replacement;
  return replacement && /^[a-z]{2,3}$/.test(replacement) ? replacement : code;
}

/** Codes that ISO 639 gave up and the one each stands for now: `iw` is `he`, `mo` is `ro`. */
function withdrawnCodes() {
  const current = new Set(
    iso639.languages.flatMap(({ iso6391, iso6393, iso6392B }) => [iso6391, iso6393, iso6392B]),
  );
  return Object.entries(cldr.languageAlias)
    .map(([code, { _replacement }]) => [code, _replacement])
    .filter(
      ([code, now]) => !current.has(code) && [code, now].every((c) => /^[a-z]{2,3}$/.test(c)),
    );
}

function labelsOf(code) {
  const further = { ar: ARABIC_NAMES[code] };
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, cldr.languageNames[locale][code] ?? further[locale]]).filter(
      ([, text]) => text,
    ),
  );
}
