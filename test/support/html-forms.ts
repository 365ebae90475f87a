/** A form of a page as a browser would send it: the controls by name, with what they hold. */
export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  readonly controls: readonly Control[];
}

export interface Control {
  readonly tag: 'input' | 'textarea' | 'select';
  readonly type: string;
  readonly name: string;
  readonly id: string | null;
  readonly value: string;
  /** What is not ticked or chosen is not sent. */
  readonly sent: boolean;
  /** Of a list to choose from. */
  readonly options: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

export function unescaped(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** What a person reads of a page: no tags, no space for layout. */
export function readable(page: string): string {
  const [, body = page] = /<body>([\s\S]*)<\/body>/.exec(page) ?? [];
  return unescaped(body.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Every start tag of a page with its attributes, in order. */
export function tagsOf(page: string): { name: string; attributes: Attributes }[] {
  const tags = page.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g);
  return [...tags].map(([, name = '', text = '']) => ({ name, attributes: attributesOf(text) }));
}

export function formsOf(page: string): HtmlForm[] {
  const forms = page.matchAll(/<form((?:\s+[^\s=>/]+="[^"]*")*)\s*>([\s\S]*?)<\/form>/g);
  return [...forms].map(([, head = '', inner = '']) => {
    const { action = '', method = 'get' } = attributesOf(head);
    return { action, method, controls: controlsOf(inner) };
  });
}

function controlsOf(inner: string): Control[] {
  const found =
    /<input((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|<(textarea|select)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*>([\s\S]*?)<\/\2>/g;
  return [...inner.matchAll(found)].flatMap(
    ([, input, tag, head = '', content = '']): Control[] => {
      const { name = '', id = null, type = 'text', value, ...more } = attributesOf(input ?? head);
      if (name === '') return [];
      const rest = { name, id, type };
      if (tag === 'textarea') {
        const text = unescaped(content.replace(/^\n/, ''));
        return [{ ...rest, tag, value: text, sent: true, options: [] }];
      }
      if (tag === 'select') {
        const options = tagsOf(content).filter((option) => option.name === 'option');
        const values = options.map(({ attributes }) => attributes.value ?? '');
        const chosen = options.find(({ attributes }) => 'selected' in attributes);
        const held = chosen?.attributes.value ?? values[0] ?? '';
        return [{ ...rest, tag, value: held, sent: true, options: values }];
      }
      const toggled = type === 'checkbox' || type === 'radio';
      const sent = !toggled || 'checked' in more;
      return [{ ...rest, tag: 'input', value: value ?? (toggled ? 'on' : ''), sent, options: [] }];
    },
  );
}

function attributesOf(text: string): Attributes {
  const pairs = [...text.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}
