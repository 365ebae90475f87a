import { placesOf, type Place } from './places.js';

/** HTML that is safe to send: made by `html` and by nothing else. */
class Html {
  constructor(readonly text: string) {}
}

/** Attributes of a tag, made by `attributes`. */
class Attributes {
  constructor(readonly text: string) {}
}

/** A whole address of Baraza's own, made by `ownAddress`. */
class OwnAddress {
  constructor(readonly text: string) {}
}

export type { Html };

/** What a template takes: text is escaped, HTML is not escaped twice, what is absent leaves nothing. */
export type Value =
  | string
  | number
  | Html
  | Attributes
  | OwnAddress
  | null
  | undefined
  | false
  | readonly Value[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Browsers drop or replace it, each in its own way.
  '\0': '\u{FFFD}',
};

/** Addresses of Baraza's own: a path (and never `//elsewhere`), a query or a place on the same page. */
const OWN_ADDRESS = /^(\/(?![/\\])|[?#])[^\s\\]*$/;

/** A template: where its values stand, and its fixed parts without the indentation that the code has. */
interface Template {
  readonly places: readonly Place[];
  readonly parts: readonly string[];
}

const known = new WeakMap<TemplateStringsArray, Template>();

/** A piece of a page. Every value is escaped for the place where it stands. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let template = known.get(parts);
  if (!template) {
    const shorter = parts.map((part) => part.replaceAll(/[ \t]*\n\s*/g, '\n'));
    known.set(parts, (template = { places: placesOf(parts), parts: shorter }));
  }
  let text = template.parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    text += shown(value, template.places[index] ?? 'text') + (template.parts[index + 1] ?? '');
  }
  return new Html(text);
}

/** Attributes that are there only sometimes: without a value where it is true, left out where there is none. */
export function attributes(
  values: Readonly<Partial<Record<OptionalAttribute, string | boolean>>>,
): Attributes {
  const written = Object.entries(values).map(([name, value]) => {
    if (value === '' || value === false) return '';
    return value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`;
  });
  return new Attributes(written.join(''));
}

type OptionalAttribute =
  | 'aria-current'
  | 'aria-describedby'
  | 'aria-invalid'
  | 'autocomplete'
  | 'autofocus'
  | 'checked'
  | 'formnovalidate'
  | 'id'
  | 'inputmode'
  | 'lang'
  | 'required'
  | 'selected'
  | 'tabindex';

/**
 * An address of this service with its scheme and host, for those who read a page elsewhere than in a browser.
 *
 * @param site where the service is reached, without a slash at the end
 */
export function ownAddress(site: string, path: string): OwnAddress {
  if (!path.startsWith('/') || !OWN_ADDRESS.test(path)) {
    throw new Error('A page leads to addresses of its own only.');
  }
  return new OwnAddress(site + path);
}

function shown(value: Value, place: Place): string {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map((item: Value) => shown(item, place)).join('');
  if ((place === 'tag') !== value instanceof Attributes) {
    throw new Error('A value in a tag stands in quotes.');
  }
  if (value instanceof Attributes) return value.text;
  if (value instanceof OwnAddress) {
    if (place !== 'address') throw new Error('A whole address stands alone in its attribute.');
    return escaped(value.text);
  }
  if (value instanceof Html) {
    if (place !== 'text') throw new Error('An attribute holds text, not HTML.');
    return value.text;
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new Error('A template takes text and HTML.');
  }
  const text = String(value);
  if (place === 'parameter') return encodeURIComponent(text.toWellFormed());
  if (place === 'address' && !OWN_ADDRESS.test(text)) {
    throw new Error('A page leads to addresses of its own only.');
  }
  return escaped(text);
}

function escaped(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>"'\0]/g, (letter) => ESCAPES[letter] ?? '');
}
