import { useContext, useEffect, useState, type ReactNode } from 'react';
import { ComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
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
  /**
   * What is offered for what has been typed, and for nothing else: asked for by whoever uses it, so that it may come from
   * the service (`useOffers`). Nothing is offered while the answer is on its way.
   */
  readonly options: readonly Option[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChoose: (option: Option) => void;
  /** Called when she comes to the field, and when she leaves it. */
  readonly onHere?: (isHere: boolean) => void;
  readonly loading?: boolean;
  readonly failed?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  /** Whether she is there when it is shown, and something is offered before anything is typed. */
  readonly atOnce?: boolean;
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
  onHere,
  loading = false,
  failed = false,
  disabled = false,
  required = false,
  atOnce = false,
}: TypeAheadProps): ReactNode {
  const t = useT('console');
  const [isArrowDue, setArrowDue] = useState(false);
  const nothing = failed ? 'state.failed' : 'choose.nothing';
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
      onFocus={() => onHere?.(true)}
      onBlur={() => onHere?.(false)}
      isInvalid={problem !== undefined}
      isDisabled={disabled}
      isRequired={required}
      validationBehavior="aria"
      menuTrigger={atOnce ? 'focus' : 'input'}
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
      <Input
        className={css.input}
        dir="auto"
        // It was opened to be written in.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={atOnce}
        placeholder={hint ? undefined : t('choose.type')}
        onKeyDownCapture={(event) => {
          const isEarly = typed !== '' && options.length === 0;
          if (event.key !== 'Enter') setArrowDue(isEarly && event.key === 'ArrowDown');
          else if (isEarly) {
            // There is nothing to choose yet: neither is a choice made, nor the form sent.
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      />
      {isArrowDue ? <LateArrow onGone={() => setArrowDue(false)} /> : null}
      <FieldError className={css.problem}>{problem}</FieldError>
      <Popover className={css.popover ?? ''}>
        <ListBox
          className={css.options ?? ''}
          items={options}
          renderEmptyState={() => (
            <p className={css.option}>{t(loading ? 'state.loading' : nothing)}</p>
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

/** An arrow that was pressed before the answer came is not lost: it goes to the first that is offered then. */
function LateArrow({ onGone }: { readonly onGone: () => void }): ReactNode {
  const state = useContext(ComboBoxStateContext);
  const first = state?.collection.getFirstKey() ?? null;
  useEffect(() => {
    if (first === null || !state?.isOpen) return;
    state.selectionManager.setFocusedKey(first);
    onGone();
  }, [first, state, onGone]);
  return null;
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
}: Omit<TypeAheadProps, 'onChoose' | 'onHere'> & {
  readonly chosen: readonly Option[];
  readonly onChange: (chosen: readonly Option[]) => void;
  /** What stands beside each that was chosen: its level. */
  readonly extra?: (option: Option) => ReactNode;
}): ReactNode {
  const t = useT('console');
  const [said, setSaid] = useState('');
  const [isHere, setHere] = useState(false);
  // Letters that she leaves without a choice are not what she chose, and would be lost in silence.
  const unfinished =
    isHere || typed.trim() === '' ? undefined : t('choose.unfinished', { typed: typed.trim() });
  return (
    <div className={css.field}>
      <TypeAhead
        {...rest}
        problem={rest.problem ?? unfinished}
        onHere={setHere}
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
            <span className={css.chipRest}>
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
            </span>
          </li>
        ))}
      </ul>
      <span role="status" className="unseen">
        {said}
      </span>
    </div>
  );
}
