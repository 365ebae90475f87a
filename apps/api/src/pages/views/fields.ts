import { attributes, html, type Html, type Value } from '../html/html.js';
import type { Mistakes } from './mistakes.js';
import type { Translate } from '#messages';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly mistakes: Mistakes;
}

interface Line extends Field {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time';
  /** On a telephone, with the keys for digits. */
  readonly numeric?: boolean;
  readonly value?: string;
  readonly required?: boolean;
  /** What a browser may fill in. */
  readonly fill?:
    | 'email'
    | 'name'
    | 'nickname'
    | 'tel'
    | 'country-name'
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'off';
}

/** A labelled line to write in. */
export function line({
  type = 'text',
  value = '',
  required = false,
  numeric = false,
  fill,
  ...field
}: Line): Html {
  return labelled(
    field,
    html`<input
      id="${field.name}"
      name="${field.name}"
      type="${type}"
      value="${value}"
      dir="auto"
      autocomplete="${fill ?? 'off'}"
      ${described(field)}${attributes({ required, inputmode: numeric ? 'numeric' : '' })}
    />`,
  );
}

/** A labelled box for several lines. */
export function box({ value, ...field }: Field & { readonly value: string }): Html {
  // The first line break of a text area is not part of its text.
  return labelled(
    field,
    html`<textarea id="${field.name}" name="${field.name}" rows="6" dir="auto" ${described(field)}>
${value}</textarea>`,
  );
}

export interface Option {
  readonly value: string;
  readonly label: Value;
}

/** One of several, all of them in sight. */
export function oneOf({
  options,
  chosen,
  ...field
}: Field & { readonly options: readonly Option[]; readonly chosen: string }): Html {
  // Only what can have the focus is where a link of the summary leads.
  const focus = attributes({ tabindex: field.mistakes.has(field.name) ? '-1' : '' });
  return html`<fieldset id="${field.name}" ${described(field)}${focus}>
    <legend>${field.label}</legend>
    ${beside(field)}
    ${options.map(
      ({ value, label }) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="${field.name}"
            value="${value}"
            ${attributes({ checked: value === chosen })}
          /><span>${label}</span></label
        >`,
    )}
  </fieldset>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Group {
  readonly label: string;
  readonly options: readonly Choice[];
}

/** One of many, or none of them, behind a button; in groups where there are groups. */
export function select(field: Field, options: readonly (Choice | Group)[], chosen: string): Html {
  const option = ({ value, label }: Choice): Html =>
    html`<option value="${value}" ${attributes({ selected: value === chosen })}>${label}</option>`;
  return labelled(
    field,
    html`<select id="${field.name}" name="${field.name}" ${described(field)}>
      <option value=""></option>
      ${options.map((one) =>
        'options' in one
          ? html`<optgroup label="${one.label}">${one.options.map(option)}</optgroup>`
          : option(one),
      )}
    </select>`,
  );
}

interface Tick {
  readonly name: string;
  readonly label: Value;
  /** The id of a text beside it that says what it means, where there is one. */
  readonly about?: string;
  readonly mistakes: Mistakes;
}

/** A box to tick. */
export function tick(
  { name, label, about = '', mistakes }: Tick,
  ticked: boolean,
  value = 'on',
): Html {
  const mistake = value === 'on' ? mistakes.get(name) : undefined;
  const marked = mistake ? { id: name } : {};
  return html`${mistake && html`<p class="problem" id="${name}-mistake">${mistake}</p>`}<label
      class="choice"
      ><input
        type="checkbox"
        name="${name}"
        value="${value}"
        ${attributes({ checked: ticked, 'aria-describedby': about, ...marked })}${mistake && described({ name, mistakes })}
      /><span>${label}</span></label
    >`;
}

/** @param about the id of what it acts on, where others on the page have the same label */
export function button(
  label: string,
  kind: 'first' | 'second' | 'danger' = 'first',
  about = '',
): Html {
  return html`<p>
    <button class="${kind}" ${attributes({ 'aria-describedby': about })}>${label}</button>
  </p>`;
}

/**
 * Above a form that comes back: what is wrong with which field. It is read first, and each line leads to its field.
 *
 * @param labels of the fields that are on the page, by name
 */
export function summary(
  mistakes: Mistakes,
  t: Translate<'pages'>,
  labels: Readonly<Record<string, string>>,
  title = t('mistakes.title'),
): Value {
  if (mistakes.size === 0) return false;
  const items = [...mistakes].map(([name, mistake]) => {
    const label = labels[name];
    return label === undefined
      ? html`<li>${mistake}</li>`
      : html`<li><a href="#${name}">${label}</a>: ${mistake}</li>`;
  });
  return html`<div class="alert" role="alert" ${attributes({ tabindex: '-1', autofocus: true })}>
    <p>${title}</p>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function labelled(field: Field, control: Html): Html {
  return html`<label for="${field.name}">${field.label}</label> ${beside(field)} ${control}`;
}

function beside({ name, hint, mistakes }: Field): Html {
  const mistake = mistakes.get(name);
  return html`${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${mistake && html`<p class="problem" id="${name}-mistake">${mistake}</p>`}`;
}

function described({ name, hint, mistakes }: Omit<Field, 'label'>): Value {
  const wrong = mistakes.has(name);
  const ids = [...(hint ? [`${name}-hint`] : []), ...(wrong ? [`${name}-mistake`] : [])];
  return attributes({ 'aria-describedby': ids.join(' '), 'aria-invalid': wrong ? 'true' : '' });
}
