import { useState, type ReactNode } from 'react';
import type { VocabularyKind } from '../graph/types.js';
import { ChooseSeveral, type Option } from '../ui/type-ahead.js';
import { useSuggestions } from './use-vocabulary.js';

/** Chooses entries of a vocabulary by a few letters of any of their names. */
export function VocabularyField({
  kind,
  ...rest
}: {
  readonly kind: VocabularyKind;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly chosen: readonly Option[];
  readonly onChange: (chosen: readonly Option[]) => void;
  /** What stands beside each that was chosen: its level. */
  readonly extra?: (option: Option) => ReactNode;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const offers = useSuggestions(kind, typed);
  return <ChooseSeveral {...rest} {...offers} typed={typed} onType={setTyped} />;
}
