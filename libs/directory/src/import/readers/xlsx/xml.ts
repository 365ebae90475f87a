import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ImportRefusedError } from '../../import-refused-error.js';

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Record<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Characters between two events that are held in memory at the most. */
const LONGEST_EVENT = 4_000_000;

/**
 * Elements and text of an XML part, as they are read. Names come without namespace prefix. Entities
 * that the document declares itself are not expanded.
 *
 * @throws ImportRefusedError when the part cannot be unpacked, is not valid XML, or holds one text of
 * an unreasonable size.
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
  let silent = 0;
  for await (const chunk of unpacked(stream)) {
    parser.write(chunk);
    silent = events.length > 0 ? 0 : silent + chunk.length;
    if (silent > LONGEST_EVENT) {
      throw new ImportRefusedError('The workbook holds a cell of an unreasonable size.');
    }
    const ready = events;
    events = [];
    yield* ready;
  }
  parser.close();
  yield* events;
}

async function* unpacked(stream: Readable): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) yield chunk as string;
  } catch {
    throw new ImportRefusedError('The workbook is damaged: a part of it cannot be unpacked.');
  } finally {
    stream.destroy();
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
