import { createHash } from 'node:crypto';
import type { PreparedReader } from './database.js';

/** Most texts of one kind that get a name: each connection keeps what it has prepared for as long as it lives. */
const MOST = 100;

/**
 * Statements whose texts are made for what is asked, of which few shapes come again and again. The first ones get names,
 * so that each connection parses them once; any other is sent as it is.
 */
export class NamedStatements {
  private readonly names = new Map<string, string>();

  /** @param kind what the names begin with, which those of no other statements do */
  constructor(
    private readonly kind: string,
    private readonly database: PreparedReader,
  ) {}

  /** @param text the same for the same shape: values are parameters */
  async query<Row>(text: string, parameters: readonly unknown[]): Promise<Row[]> {
    const name = this.nameOf(text);
    if (name === null) return this.database.query<Row>(text, parameters);
    return this.database.queryPrepared<Row>({ name, text }, parameters);
  }

  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST) return known ?? null;
    // By the text, for a connection takes a name for one text only.
    const name = `${this.kind}-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    this.names.set(text, name);
    return name;
  }
}
