import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportRefusedError } from '../../import-refused-error.js';

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Record<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Elements and text of an XML part, as they are read. Names come without namespace prefix. Entities
 * that the document declares itself are not expanded.
 */
export async function* xmlEvents(stream: Readable): AsyncGenerator<XmlEvent> {
  let events: XmlEvent[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    events.push({ kind: 'open', name: local(name), attributes });
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    events.push({ kind: 'close', name: local(name) });
  });
  parser.on('text', (text) => events.push({ kind: 'text', text }));
  parser.on('error', () => {
    throw new ImportRefusedError('The workbook is damaged: a part of it is not valid XML.');
  });
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) {
      parser.write(chunk as string);
      const ready = events;
      events = [];
      yield* ready;
    }
    parser.close();
    yield* events;
  } finally {
    stream.destroy();
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
