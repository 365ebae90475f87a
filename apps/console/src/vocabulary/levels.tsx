import type { ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import kit from '../ui/kit.module.css';
import type { Option } from '../ui/type-ahead.js';
import { useShortList } from './use-vocabulary.js';

/** A chosen language or topic with the level that is wanted of it. */
export interface Levelled<Level extends string> extends Option {
  readonly level: Level;
}

/** What was chosen, each at the level that it had, or at the one that is usual. */
export function atLevels<Level extends string, One extends Levelled<Level>>(
  chosen: readonly Option[],
  before: readonly One[],
  usual: Omit<One, keyof Option>,
): readonly One[] {
  return chosen.map(
    (option) => ({ ...usual, ...before.find(({ id }) => id === option.id), ...option }) as One,
  );
}

/** The same with another level, or whatever else, for one of them. */
export function withChange<One extends Option>(
  list: readonly One[],
  id: string,
  change: Partial<One>,
): readonly One[] {
  return list.map((one) => (one.id === id ? { ...one, ...change } : one));
}

/** Chooses the level of what stands beside it. */
export function LevelChoice<Level extends string>({
  kind,
  name,
  value,
  onChange,
}: {
  readonly kind: 'PROFICIENCY' | 'EXPERTISE_LEVEL';
  /** What it is the level of. */
  readonly name: string;
  readonly value: Level;
  readonly onChange: (level: Level) => void;
}): ReactNode {
  const t = useT('console');
  const levels = useShortList(kind);
  return (
    <select
      className={kit.input}
      aria-label={t('choose.levelOf', { name })}
      value={value}
      onChange={(event) => onChange(event.target.value as Level)}
    >
      {levels.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}
