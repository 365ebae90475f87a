/**
 * Where a value stands in a template: between tags, in a quoted attribute, as a whole address, as a
 * parameter of an address, or among the attributes of a tag.
 */
export type Place = 'text' | 'attribute' | 'address' | 'parameter' | 'tag';

/** Attributes that a browser follows. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction']);

const NAME = /([a-zA-Z][a-zA-Z-]*)\s*=\s*$/;

/**
 * The place of each value of a template, read from its fixed parts.
 *
 * @throws where no escaping could make a value safe: in a script, a style or an attribute without quotes.
 */
export function placesOf(parts: readonly string[]): Place[] {
  const places: Place[] = [];
  let state: 'text' | 'tag' | '"' | "'" = 'text';
  let attribute = '';
  let begun = '';
  parts.forEach((part, index) => {
    let tag = '';
    for (const letter of part) {
      if (state === 'text') {
        if (letter === '<') state = 'tag';
      } else if (state === 'tag') {
        if (letter === '>') state = 'text';
        if (letter === '"' || letter === "'") {
          state = letter;
          attribute = (NAME.exec(tag)?.[1] ?? '').toLowerCase();
          begun = '';
        }
        tag += letter;
      } else if (letter === state) {
        state = 'tag';
        tag = '';
      } else {
        begun += letter;
      }
    }
    if (/<(script|style)\b/i.test(part))
      throw new Error('A template holds no script and no style.');
    if (index === parts.length - 1) return;
    places.push(placeAt(state, attribute, begun, part));
    begun += '…';
  });
  if (state !== 'text') throw new Error('A template ends outside of its tags.');
  return places;
}

function placeAt(state: string, attribute: string, begun: string, part: string): Place {
  if (state === 'text') return 'text';
  if (state === 'tag') {
    if (/[=<\w]\s*$/.test(part)) throw new Error('A value in a tag stands in quotes.');
    return 'tag';
  }
  if (attribute === '' || attribute === 'style' || attribute.startsWith('on')) {
    throw new Error('No value can stand in this attribute.');
  }
  if (!ADDRESSES.has(attribute)) return 'attribute';
  return begun === '' ? 'address' : 'parameter';
}
