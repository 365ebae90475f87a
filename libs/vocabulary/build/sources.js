/** The data packages that the vocabulary is built from; all are development dependencies. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const LOCALES = ['ar', 'en', 'es', 'fr', 'pt', 'sw'];

const version = (name) => require(`${name}/package.json`).version;
const localeNames = (kind) =>
  Object.fromEntries(
    LOCALES.map((locale) => {
      const file = require(`cldr-localenames-full/main/${locale}/${kind}.json`);
      return [locale, file.main[locale].localeDisplayNames[kind]];
    }),
  );

const supplemental = (file) => require(`cldr-core/supplemental/${file}.json`).supplemental;

export const cldr = {
  version: version('cldr-core'),
  languageNames: localeNames('languages'),
  territoryNames: localeNames('territories'),
  containment: supplemental('territoryContainment').territoryContainment,
  codeMappings: supplemental('codeMappings').codeMappings,
  languageAlias: supplemental('aliases').metadata.alias.languageAlias,
  territoryAlias: supplemental('aliases').metadata.alias.territoryAlias,
};

export const registry = {
  version: version('language-subtag-registry'),
  languages: require('language-subtag-registry/data/json/registry.json').filter(
    ({ Type, Subtag }) => Type === 'language' && /^[a-z]{2,3}$/.test(Subtag),
  ),
};

export const iso639 = {
  version: version('iso-639-3'),
  languages: (await import('iso-639-3')).iso6393,
};

export const countries = {
  version: version('world-countries'),
  list: require('world-countries'),
};
