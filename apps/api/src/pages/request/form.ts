const LINE_BREAKS = /\r\n?/g;

/** What was written in a form: text by name, as a person wrote it. */
export class Form {
  constructor(private readonly fields: URLSearchParams) {}

  /** The body of a request; nothing where there was none. */
  static of(body: unknown): Form {
    return new Form(body instanceof URLSearchParams ? body : new URLSearchParams());
  }

  /** Without the space around it; empty where the field is not there. */
  text(name: string): string {
    return this.secret(name).trim();
  }

  /** Exactly as written, as passwords are. */
  secret(name: string): string {
    return (this.fields.get(name) ?? '').replaceAll(LINE_BREAKS, '\n').normalize('NFC');
  }

  /** What was chosen of several. */
  all(name: string): string[] {
    return this.fields.getAll(name);
  }

  /** Of all fields that were sent, each once. */
  names(): string[] {
    return [...new Set(this.fields.keys())];
  }

  /** Whether a box was ticked. */
  has(name: string): boolean {
    return this.fields.has(name);
  }
}
