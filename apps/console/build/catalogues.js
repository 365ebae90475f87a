import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const CATALOGUE = /\/libs\/messages\/catalogues\/console[^/]*\/\w+\.json$/;

/**
 * A plugin of Vite that parses the messages while it builds, so that no browser loads the parser: a message that takes
 * nothing stays a text, any other becomes its syntax tree.
 */
export function parsedCatalogues() {
  return {
    name: 'baraza-catalogues',
    enforce: 'pre',
    transform(code, id) {
      if (!CATALOGUE.test(id)) return null;
      const messages = Object.entries(JSON.parse(code)).map(([key, text]) => [key, compact(text)]);
      return { code: JSON.stringify(Object.fromEntries(messages)), map: null };
    },
  };
}

function compact(text) {
  const elements = parse(text, { ignoreTag: true, captureLocation: false });
  const [only] = elements;
  return elements.length === 1 && only.type === TYPE.literal ? only.value : elements;
}
