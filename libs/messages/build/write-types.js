import { parse } from '@formatjs/icu-messageformat-parser';
import { format } from 'oxfmt';
import style from '../../../.oxfmtrc.json' with { type: 'json' };
import { argumentsOf, LOCALES, ONE_FILE } from './catalogues.js';

export const TARGET = new URL('../src/catalogues.ts', import.meta.url);

/** The module that loads the catalogues and states what each message takes, as the English ones have it. */
export async function typesOf(catalogues) {
  const areas = Object.keys(catalogues);
  const name = (area, locale) =>
    `${area}-${locale}`.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  const imports = areas.flatMap((area) =>
    ONE_FILE.includes(area)
      ? [`import ${area} from '../catalogues/${area}.json' with { type: 'json' };`]
      : LOCALES.map(
          (locale) =>
            `import ${name(area, locale)} from '../catalogues/${area}/${locale}.json' with { type: 'json' };`,
        ),
  );
  const objects = areas.map((area) =>
    ONE_FILE.includes(area)
      ? `'${area}': byLanguage(${area}),`
      : `'${area}': { ${LOCALES.map((locale) => `${locale}: ${name(area, locale)}`).join(', ')} },`,
  );
  const types = areas.map((area) => {
    const messages = Object.entries(JSON.parse(catalogues[area].en));
    return `'${area}': {${messages.map(([key, text]) => `'${key}': ${takes(text)};`).join('\n')}};`;
  });
  const source = `// Written by \`npm run messages\` from the catalogues; do not edit.
import type { Locale } from '#vocabulary';
import { byLanguage } from './by-language.js';
${imports.join('\n')}

type Nothing = object;

/** What each message takes, by area and name. */
export interface Messages {
${types.join('\n')}
}

/** By area and language. */
export const CATALOGUES = {
${objects.join('\n')}
} as const satisfies { [A in keyof Messages]: Record<Locale, Record<keyof Messages[A], string>> };
`;
  const { code, errors } = await format('catalogues.ts', source, style);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}

function takes(text) {
  const kinds = new Map(
    argumentsOf(parse(text, { ignoreTag: true })).map(({ name, kind }) => [name, kind]),
  );
  if (kinds.size === 0) return 'Nothing';
  return `{ ${[...kinds].map(([name, kind]) => `${name}: ${kind}`).join('; ')} }`;
}
