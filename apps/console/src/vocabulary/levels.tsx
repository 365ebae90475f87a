import type { ReactNode } from 'react';
import { useT } from '../i18n/translate.js';
import kit from '../ui/kit.module.css';
import type { Option } from '../ui/type-ahead.js';
import { useShortList } from './use-vocabulary.js';
import { VocabularyField } from './vocabulary-field.js';

/** A chosen language or topic with the level that is wanted of it. */
export interface Levelled<Level extends string> extends Option {
  readonly level: Level;
}

const LEVELS = { LANGUAGE: 'PROFICIENCY', EXPERTISE: 'EXPERTISE_LEVEL' } as const;

/** Chooses languages or topics, each at a level. */
export function LevelledField<One extends Levelled<string>>({
  kind,
  chosen,
  usual,
  onChange,
  more,
  ...rest
}: {
  readonly kind: keyof typeof LEVELS;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly chosen: readonly One[];
  /** What holds of one that has just been chosen. */
  readonly usual: Omit<One, keyof Option>;
  readonly onChange: (chosen: readonly One[]) => void;
  /** What else is said of each of them, beside its level. */
  readonly more?: (one: One, change: (part: Partial<One>) => void) => ReactNode;
}): ReactNode {
  return (
    <VocabularyField
      {...rest}
      kind={kind}
      chosen={chosen}
      onChange={(options) => onChange(atLevels(options, chosen, usual))}
      extra={({ id, words }) => {
        const one = chosen.find((each) => each.id === id);
        if (!one) return null;
        const change = (part: Partial<One>): void => onChange(withChange(chosen, id, part));
        return (
          <>
            <LevelChoice
              kind={LEVELS[kind]}
              name={words}
              value={one.level}
              onChange={(level) => change({ level } as Partial<One>)}
            />
            {more?.(one, change)}
          </>
        );
      }}
    />
  );
}

/** What was chosen, each at the level that it had, or at the one that is usual. */
function atLevels<Level extends string, One extends Levelled<Level>>(
  chosen: readonly Option[],
  before: readonly One[],
  usual: Omit<One, keyof Option>,
): readonly One[] {
  return chosen.map(
    (option) => ({ ...usual, ...before.find(({ id }) => id === option.id), ...option }) as One,
  );
}

/** The same with another level, or whatever else, for one of them. */
function withChange<One extends Option>(
  list: readonly One[],
  id: string,
  change: Partial<One>,
): readonly One[] {
  return list.map((one) => (one.id === id ? { ...one, ...change } : one));
}

/** Chooses the level of what stands beside it. */
function LevelChoice<Level extends string>({
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
