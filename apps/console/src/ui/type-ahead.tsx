import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { useT } from '../i18n/translate.js';
import css from './kit.module.css';

/** One thing that can be chosen. */
export interface Option {
  readonly id: string;
  readonly words: string;
  /** A quieter line below: an alias that was found, a region. */
  readonly about?: string | undefined;
}

interface TypeAheadProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  /** What is offered for what has been typed: asked for by whoever uses it, so that it may come from the service. */
  readonly options: readonly Option[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChoose: (option: Option) => void;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}

/** A field that offers what begins or sounds like what is typed. The order is the service's. */
export function TypeAhead({
  label,
  hint,
  problem,
  options,
  typed,
  onType,
  onChoose,
  loading = false,
  disabled = false,
  required = false,
  placeholder,
}: TypeAheadProps): ReactNode {
  const t = useT('console');
  return (
    <ComboBox
      className={css.field}
      items={options}
      inputValue={typed}
      onInputChange={onType}
      value={null}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChoose(chosen);
      }}
      isInvalid={problem !== undefined}
      isDisabled={disabled}
      isRequired={required}
      validationBehavior="aria"
      menuTrigger="input"
      // Without letters there is nothing to offer, and the list closes.
      allowsEmptyCollection={typed !== ''}
      defaultFilter={everything}
    >
      <Label>{label}</Label>
      {hint ? (
        <Text slot="description" className={css.hint}>
          {hint}
        </Text>
      ) : null}
      <div className={css.inputRow}>
        <Input className={css.input} dir="auto" placeholder={placeholder} />
        <Button className={css.button ?? ''}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldError className={css.problem}>{problem}</FieldError>
      <Popover className={css.popover ?? ''}>
        <ListBox
          className={css.options ?? ''}
          items={options}
          renderEmptyState={() => (
            <p className={css.option}>{loading ? t('state.loading') : t('choose.nothing')}</p>
          )}
        >
          {(option: Option) => (
            <ListBoxItem id={option.id} textValue={option.words} className={css.option ?? ''}>
              <bdi>{option.words}</bdi>
              {option.about ? <small>{option.about}</small> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/**
 * The service has chosen already. It is the same function at each time, so that what is shown anew beside the field
 * takes the choice from nobody who is making it.
 */
function everything(): boolean {
  return true;
}

/** A field that offers, and the list of what was chosen with it. */
export function ChooseSeveral({
  chosen,
  onChange,
  typed,
  onType,
  extra,
  ...rest
}: Omit<TypeAheadProps, 'onChoose'> & {
  readonly chosen: readonly Option[];
  readonly onChange: (chosen: readonly Option[]) => void;
  /** What stands beside each that was chosen: its level. */
  readonly extra?: (option: Option) => ReactNode;
}): ReactNode {
  const t = useT('console');
  const [said, setSaid] = useState('');
  return (
    <div className={css.field}>
      <TypeAhead
        {...rest}
        typed={typed}
        onType={onType}
        options={rest.options.filter(({ id }) => chosen.every((one) => one.id !== id))}
        onChoose={(option) => {
          onChange([...chosen, option]);
          onType('');
          setSaid(t('choose.added', { name: option.words }));
        }}
      />
      <ul className={css.chips}>
        {chosen.map((option) => (
          <li key={option.id} className={css.chip}>
            <bdi>{option.words}</bdi>
            {extra?.(option)}
            <button
              type="button"
              aria-label={t('choose.remove', { name: option.words })}
              onClick={() => {
                onChange(chosen.filter(({ id }) => id !== option.id));
                setSaid(t('choose.removed', { name: option.words }));
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <span role="status" className="unseen">
        {said}
      </span>
    </div>
  );
}
