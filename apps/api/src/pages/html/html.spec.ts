import { describe, expect, it } from '@jest/globals';
import { attributes, html as markup, ownAddress, type Value } from './html.js';

const MARKERS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</textarea><svg/onload=alert(1)>',
  '<!--',
  '&lt;script&gt;',
  '${alert(1)}',
];

const paragraph = (value: Value): string => markup`<p>${value}</p>`.text;

describe('html', () => {
  it.each(MARKERS)('shows %s as text', (marker) => {
    const inner = paragraph(marker).slice('<p>'.length, -'</p>'.length);
    expect(inner).not.toMatch(/[<>"']/);
    expect(inner).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
  });

  it.each(MARKERS)('keeps %s inside its attribute', (marker) => {
    for (const { text } of [markup`<input value="${marker}">`, markup`<input value='${marker}'>`]) {
      expect(text.slice('<input value="'.length, -'">'.length)).not.toMatch(/["'<>]/);
    }
  });

  it('leaves out the indentation of its code, and nothing of a value', () => {
    const said = 'one\n    two';
    const written = markup`<ul>
      <li
        title="${said}"
      >
        ${said}
      </li>
    </ul>`;
    expect(written.text).toBe(`<ul>\n<li\ntitle="${said}"\n>\n${said}\n</li>\n</ul>`);
  });

  it('keeps a parameter inside its address', () => {
    expect(markup`<a href="/link/x?token=${'a&b="><c #'}">x</a>`.text).toBe(
      '<a href="/link/x?token=a%26b%3D%22%3E%3Cc%20%23">x</a>',
    );
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'evil',
    '',
  ])('leads nowhere else: %j', (address) => {
    expect(() => markup`<a href="${address}">x</a>`).toThrow('addresses of its own');
  });

  it('leads to its own addresses', () => {
    expect(markup`<a href="${'/me?lang=ar&x=1'}">x</a>`.text).toBe(
      '<a href="/me?lang=ar&amp;x=1">x</a>',
    );
  });

  it('takes no value where none can be made safe', () => {
    const value = 'x';
    expect(
      () =>
        markup`<script>
          ${value};
        </script>`,
    ).toThrow('no script');
    expect(() => markup`<STYLE>${value}</STYLE>`).toThrow('no style');
    expect(() => markup`<input value=${value}>`).toThrow('in quotes');
    expect(() => markup`<${value}></${value}>`).toThrow('in quotes');
    expect(() => markup`<p class="a" ${value}></p>`).toThrow('in quotes');
    expect(() => markup`<p class="a" ${markup`x`}></p>`).toThrow('in quotes');
    expect(() => markup`<p x${attributes({ lang: 'en' })}></p>`).toThrow('in quotes');
    expect(() => markup`<p>${attributes({ lang: 'en' })}</p>`).toThrow('in quotes');
    expect(() => markup`<p onclick="${value}">x</p>`).toThrow('this attribute');
    expect(() => markup`<p style="${value}">x</p>`).toThrow('this attribute');
    expect(() => markup`<p title="${markup`<b>x</b>`}">x</p>`).toThrow('not HTML');
    expect(() => markup`<p title="${value}`).toThrow('ends outside');
  });

  it('puts pieces together without escaping them twice, and leaves out what is absent', () => {
    const items = ['a', '<b>'].map((item) => markup`<li>${item}</li>`);
    expect(markup`<ul>${items}${null}${undefined}${false}${0}</ul>`.text).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li>0</ul>',
    );
  });

  it('marks what is chosen', () => {
    const box = (checked: boolean) => markup`<input name="a"${attributes({ checked })}>`.text;
    expect(box(true)).toBe('<input name="a" checked>');
    expect(box(false)).toBe('<input name="a">');
    expect(markup`<p class="a"${attributes({ lang: '"><script>' })}>x</p>`.text).toBe(
      '<p class="a" lang="&quot;&gt;&lt;script&gt;">x</p>',
    );
  });

  it('takes nothing that only looks like HTML of its own', () => {
    const forged = { text: '<script>' } as unknown as Value;
    expect(() => paragraph(forged)).toThrow('text and HTML');
  });

  it('mends what is no text', () => {
    expect(paragraph('a\0b\uD800c')).toBe('<p>a\uFFFDb\uFFFDc</p>');
  });

  it('writes a whole address of its own, and of nobody else', () => {
    const address = ownAddress('https://baraza.example.org', '/networks?lang=fr&after=a');
    expect(markup`<link href="${address}">`.text).toBe(
      '<link href="https://baraza.example.org/networks?lang=fr&amp;after=a">',
    );
    for (const path of [
      '//elsewhere.example',
      '?q=x',
      'networks',
      '/\\\\elsewhere.example',
      '/a b',
    ]) {
      expect(() => ownAddress('https://baraza.example.org', path)).toThrow('addresses of its own');
    }
    expect(() => markup`<p>${address}</p>`).toThrow('stands alone');
    expect(() => markup`<a href="/x?at=${address}">x</a>`).toThrow('stands alone');
  });
});
