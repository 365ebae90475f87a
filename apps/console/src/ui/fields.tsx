import { useId, type ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import css from './kit.module.css';

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was written; the field is marked. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'number';
  /** As the browser fills it in (`autocomplete`). */
  readonly fill?: string;
  /** Several lines. */
  readonly long?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** What a list of suggestions is called, for a native `datalist`. */
  readonly list?: string;
}

/** A line or a paragraph of text. */
export function Line({
  label,
  hint,
  problem,
  required = false,
  disabled = false,
  value,
  onChange,
  type = 'text',
  fill = 'off',
  long = false,
  list,
  ...rest
}: TextProps): ReactNode {
  return (
    <TextField
      className={css.field}
      value={value}
      onChange={onChange}
      type={type}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={problem !== undefined}
      autoComplete={fill}
      validationBehavior="aria"
      {...(rest.autoFocus ? { autoFocus: true } : {})}
      {...(rest.maxLength === undefined ? {} : { maxLength: rest.maxLength })}
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className={css.hint}>
          {hint}
        </Text>
      ) : null}
      {long ? (
        <TextArea className={css.input} dir="auto" placeholder={rest.placeholder} />
      ) : (
        <Input className={css.input} dir="auto" placeholder={rest.placeholder} list={list} />
      )}
      <FieldError className={css.problem}>{problem}</FieldError>
    </TextField>
  );
}

interface TimeProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
}

/** A calendar day, in the browser's own control. Empty for none. */
export function Day(props: TimeProps): ReactNode {
  return <TimeField {...props} type="date" />;
}

/** A day and the time on it where she is, in the browser's own control. Empty for none. `momentOf` makes a moment of it. */
export function Moment(props: TimeProps): ReactNode {
  return <TimeField {...props} type="datetime-local" />;
}

/** What was entered as a moment, in ISO 8601; null for none. */
export function momentOf(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}

function TimeField({
  type,
  label,
  hint,
  problem,
  required = false,
  disabled = false,
  value,
  onChange,
  min,
  max,
}: TimeProps & { readonly type: 'date' | 'datetime-local' }): ReactNode {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        type={type}
        className={css.input}
        value={value}
        min={min}
        max={max}
        required={required}
        disabled={disabled}
        aria-invalid={problem !== undefined}
        aria-describedby={
          [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].join(' ').trim() || undefined
        }
        onChange={(event) => onChange(event.target.value)}
      />
      {problem ? (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** One of a short list, in the browser's own control: quick on a telephone and with a keyboard. */
export function Choice<Value extends string>({
  label,
  hint,
  problem,
  required = false,
  disabled = false,
  value,
  options,
  onChange,
  none,
}: Common & {
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value | '') => void;
  /** The words for no choice. Without them there must be one. */
  readonly none?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
      <select
        id={id}
        className={css.input}
        value={value}
        required={required}
        disabled={disabled}
        aria-invalid={problem !== undefined}
        aria-describedby={
          [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].join(' ').trim() || undefined
        }
        onChange={(event) => onChange(event.target.value as Value | '')}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {problem ? (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** Yes or no. Without visible words (`hidden`) for the boxes of a table's rows. */
export function Check({
  label,
  hidden = false,
  value,
  onChange,
  disabled = false,
  some = false,
}: {
  readonly label: string;
  readonly hidden?: boolean;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
  /** Some of what it stands for, but not all. */
  readonly some?: boolean;
}): ReactNode {
  return (
    <AriaCheckbox
      className={css.check ?? ''}
      isSelected={value}
      onChange={onChange}
      isDisabled={disabled}
      isIndeterminate={some}
      {...(hidden ? { 'aria-label': label } : {})}
    >
      <span className={css.box} aria-hidden="true">
        {some ? '–' : value ? '✓' : ''}
      </span>
      {hidden ? null : <span>{label}</span>}
    </AriaCheckbox>
  );
}

/** One of a few, all of them in sight, each with a sentence if it needs one. */
export function Radios<Value extends string>({
  label,
  hint,
  problem,
  value,
  options,
  onChange,
  disabled = false,
  required = false,
}: Common & {
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, words: string, about?: string])[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  return (
    <RadioGroup
      className={css.field}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen as Value)}
      isInvalid={problem !== undefined}
      isDisabled={disabled}
      isRequired={required}
      validationBehavior="aria"
    >
      <Label className={css.label ?? ''}>{label}</Label>
      {hint ? (
        <Text slot="description" className={css.hint}>
          {hint}
        </Text>
      ) : null}
      {options.map(([each, words, about]) => (
        <Radio key={each} value={each} className={css.check ?? ''}>
          <span className={`${css.box} ${css.round}`} aria-hidden="true" />
          <span>
            {words}
            {about ? <small className={css.hint}>{about}</small> : null}
          </span>
        </Radio>
      ))}
      <FieldError className={css.problem}>{problem}</FieldError>
    </RadioGroup>
  );
}

/** Any number of a few, all of them in sight. */
export function Boxes({
  label,
  hint,
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly options: readonly (readonly [code: string, label: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const id = useId();
  return (
    <fieldset className={css.group} aria-describedby={hint ? id : undefined}>
      <legend className={css.label}>{label}</legend>
      {hint ? (
        <p id={id} className={css.hint}>
          {hint}
        </p>
      ) : null}
      <div className={css.row}>
        {options.map(([code, words]) => (
          <Check
            key={code}
            label={words}
            value={chosen.includes(code)}
            onChange={(on) =>
              onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
