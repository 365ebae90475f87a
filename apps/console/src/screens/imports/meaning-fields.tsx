import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/translate.js';
import { Boxes, Line } from '../../ui/fields.js';
import { Stack } from '../../ui/page.js';
import { TypeAhead } from '../../ui/type-ahead.js';
import type { VocabularyKind } from '../../graph/types.js';
import { useSuggestions } from '../../vocabulary/use-vocabulary.js';
import { isFieldName, KINDS, PURPOSES, SEVERAL } from './fields.js';

/** Texts longer than that are written in a field of several lines. */
const LONG = 80;

/** A text for a cell or a value: written, or put in from the vocabulary of its column by a few letters. */
export function MeaningFields({
  field,
  label,
  hint,
  text,
  onChange,
  adds,
  problem,
}: {
  readonly field: string | null;
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What is chosen stands beside what is there, in a column of several values. */
  readonly adds: boolean;
  readonly problem?: string | undefined;
}): ReactNode {
  const t = useT('console-imports');
  if (field === 'consent') {
    return (
      <Boxes
        label={label}
        options={PURPOSES.map((purpose) => [purpose, t(`purpose.${purpose}`)] as const)}
        chosen={PURPOSES.filter((purpose) => text.includes(purpose))}
        onChange={(chosen) => onChange(chosen.join('; '))}
      />
    );
  }
  const kind = isFieldName(field) ? KINDS[field] : undefined;
  const several = adds && isFieldName(field) && SEVERAL.has(field);
  return (
    <Stack>
      {kind ? (
        <FromVocabulary
          kind={kind}
          adds={several}
          onChoose={(words) =>
            onChange(several && text.trim() !== '' ? `${text.trim()}; ${words}` : words)
          }
        />
      ) : null}
      <Line
        label={label}
        hint={hint}
        value={text}
        onChange={onChange}
        problem={problem}
        long={text.length > LONG}
        maxLength={10_000}
      />
    </Stack>
  );
}

function FromVocabulary({
  kind,
  adds,
  onChoose,
}: {
  readonly kind: VocabularyKind;
  readonly adds: boolean;
  readonly onChoose: (words: string) => void;
}): ReactNode {
  const t = useT('console-imports');
  const [typed, setTyped] = useState('');
  const offers = useSuggestions(kind, typed);
  return (
    <TypeAhead
      label={t('fix.search')}
      hint={t(adds ? 'fix.searchAdds' : 'fix.searchHint')}
      typed={typed}
      onType={setTyped}
      {...offers}
      onChoose={({ words }) => {
        onChoose(words);
        setTyped('');
      }}
    />
  );
}
