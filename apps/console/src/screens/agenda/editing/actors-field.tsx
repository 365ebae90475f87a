import { useState, type ReactNode } from 'react';
import { ChooseSeveral } from '../../../ui/type-ahead.js';
import { useActors } from '../use-all.js';

const MOST_OFFERED = 8;

/** Some of the actors of the directory, by their codes. */
export function ActorsField({
  label,
  hint,
  chosen,
  onChange,
  problem,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly problem?: string | undefined;
}): ReactNode {
  const actors = useActors();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const all = actors.data ?? [];
  const nameOf = (code: string): string => all.find((one) => one.code === code)?.name ?? code;
  const offered =
    wanted === ''
      ? []
      : all.filter(
          ({ code, name }) =>
            !chosen.includes(code) &&
            (name.toLocaleLowerCase().includes(wanted) || code.toLocaleLowerCase() === wanted),
        );
  return (
    <ChooseSeveral
      label={label}
      hint={hint}
      chosen={chosen.map((code) => ({ id: code, words: nameOf(code) }))}
      onChange={(options) => onChange(options.map(({ id }) => id))}
      options={offered
        .slice(0, MOST_OFFERED)
        .map(({ code, name }) => ({ id: code, words: name, about: code }))}
      typed={typed}
      onType={setTyped}
      loading={actors.isPending}
      failed={actors.isError}
      problem={problem}
    />
  );
}
