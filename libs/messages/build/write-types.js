import { parse } from '@formatjs/icu-messageformat-parser';
import { basename } from 'node:path';
import { format } from 'oxfmt';
import style from '../../../.oxfmtrc.json' with { type: 'json' };
import { argumentsOf, LOCALES, ONE_FILE } from './catalogues.js';

/** The modules that are written of the catalogues, each with what makes its text. */
export const TARGETS = [
  { file: new URL('../src/catalogues.ts', import.meta.url), make: served },
  { file: new URL('../src/console-messages.ts', import.meta.url), make: shownByConsole },
];

/** The text of a module as it should be. */
export async function textOf({ file, make }, catalogues) {
  const { code, errors } = await format(basename(file.pathname), make(catalogues), style);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}

/** Areas that only the browser loads, each language of each when it is needed. */
function isOfConsole(area) {
  return area.startsWith('console');
}

/** What each message of the console takes: types alone, for the browser loads the catalogues itself. */
function shownByConsole(catalogues) {
  const areas = Object.keys(catalogues).filter(isOfConsole);
  return `// Written by \`npm run messages\` from the catalogues; do not edit.
type Nothing = object;

/** What each message of the console takes, by area and name. */
export interface ConsoleMessages {
${typesOf(areas, catalogues)}
}
`;
}

/** The module that loads the catalogues of the service and states what each message takes, as the English ones have it. */
function served(catalogues) {
  const areas = Object.keys(catalogues).filter((area) => !isOfConsole(area));
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
  return `// Written by \`npm run messages\` from the catalogues; do not edit.
import type { Locale } from '#vocabulary';
import { byLanguage } from './by-language.js';
${imports.join('\n')}

type Nothing = object;

/** What each message takes, by area and name. */
export interface Messages {
${typesOf(areas, catalogues)}
}

/** By area and language. */
export const CATALOGUES = {
${objects.join('\n')}
} as const satisfies { [A in keyof Messages]: Record<Locale, Record<keyof Messages[A], string>> };
`;
}

function typesOf(areas, catalogues) {
  return areas
    .map((area) => {
      const messages = Object.entries(JSON.parse(catalogues[area].en));
      return `'${area}': {${messages.map(([key, text]) => `'${key}': ${takes(text)};`).join('\n')}};`;
    })
    .join('\n');
}

function takes(text) {
  const kinds = new Map(
    argumentsOf(parse(text, { ignoreTag: true })).map(({ name, kind }) => [name, kind]),
  );
  if (kinds.size === 0) return 'Nothing';
  return `{ ${[...kinds].map(([name, kind]) => `${name}: ${kind}`).join('; ')} }`;
}
