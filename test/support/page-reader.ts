import type { TestApi } from './api.js';
import { formsOf, readable, type Control, type HtmlForm } from './html-forms.js';

export type Changes = Readonly<Record<string, string | readonly string[] | null>>;

type Headers = Readonly<Record<string, string>>;

/** A woman at an old browser: keeps cookies, reads pages, fills in the forms that are there. */
export class PageReader {
  readonly cookies = new Map<string, string>();
  status = 0;
  page = '';
  /** Where she is after redirects. */
  path = '';
  headers: Readonly<Record<string, string | string[] | number | undefined>> = {};
  setCookies: readonly string[] = [];

  constructor(
    private readonly api: Pick<TestApi, 'app'>,
    private readonly always: Headers = {},
  ) {}

  /** What she reads. */
  get text(): string {
    return readable(this.page);
  }

  get forms(): HtmlForm[] {
    return formsOf(this.page);
  }

  /** Opens an address and follows redirects inside of Baraza. */
  async open(path: string, headers: Headers = {}): Promise<this> {
    await this.send('GET', path, headers);
    return this.follow();
  }

  /** One request, and no redirect followed. */
  async send(
    method: 'GET' | 'POST',
    path: string,
    headers: Headers = {},
    payload?: string,
  ): Promise<this> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.api.app.inject({
      method,
      url: path,
      headers: { ...(cookie ? { cookie } : {}), ...this.always, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    this.status = response.statusCode;
    this.page = response.body;
    this.headers = response.headers;
    this.path = path;
    this.setCookies = [response.headers['set-cookie'] ?? []].flat();
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return this;
  }

  /** Sends a body as a form would, with whatever headers. */
  async post(
    path: string,
    fields: Headers | [string, string][],
    headers: Headers = {},
  ): Promise<this> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(fields).toString();
    return this.send('POST', path, { ...type, ...headers }, body);
  }

  /**
   * Fills in a form of this page and sends it. What is not changed is sent as it stands; null unticks a box.
   *
   * @param action where the form goes
   */
  async submit(action: string, changes: Changes = {}, headers: Headers = {}): Promise<this> {
    const fields = filledIn(this.form(action, changes), changes);
    await this.post(action, fields, {
      'sec-fetch-site': 'same-origin',
      origin: 'null',
      ...headers,
    });
    return this.follow();
  }

  /** The form of this page that goes there and, where several do, holds what is to be changed. */
  form(action: string, changes: Changes = {}): HtmlForm {
    const found = this.forms.find(
      (form) => form.action === action && holds(form.controls, changes),
    );
    if (!found) throw new Error(`No such form to ${action} on ${this.path}: ${this.text}`);
    return found;
  }

  private async follow(): Promise<this> {
    for (let redirects = 0; this.status === 303 && redirects < 5; redirects++) {
      const location = String(this.headers.location);
      if (!location.startsWith('/')) return this;
      await this.send('GET', location);
    }
    return this;
  }
}

/** A hidden field is not written in: it must hold what the change says. */
function holds(controls: readonly Control[], changes: Changes): boolean {
  return Object.entries(changes).every(([name, wanted]) =>
    controls.some(
      (control) => control.name === name && (control.type !== 'hidden' || control.value === wanted),
    ),
  );
}

function filledIn({ controls }: HtmlForm, changes: Changes): [string, string][] {
  const kept = controls
    .filter(({ name, sent }) => sent && !(name in changes))
    .map(({ name, value }): [string, string] => [name, value]);
  const changed = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one): [string, string] => [name, one]),
  );
  return [...kept, ...changed];
}
