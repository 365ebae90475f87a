import { useState, type ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import { Button } from './button.js';
import { Line } from './fields.js';
import css from './kit.module.css';

/** A search of a list. What was searched for is in the address; it changes when the search is sent. */
export function SearchLine({
  label,
  value,
  onSearch,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}): ReactNode {
  const t = useT('console');
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address has changed: she went back, or took a saved view.
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <form
      role="search"
      className={css.row}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Line label={label} type="search" value={typed} onChange={setTyped} maxLength={200} />
      <Button type="submit">{t('action.search')}</Button>
    </form>
  );
}
