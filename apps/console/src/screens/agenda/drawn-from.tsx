import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/translate.js';
import { ChooseSeveral, type Option } from '../../ui/type-ahead.js';
import { usePublishedLessons } from './use-all.js';

const MOST_OFFERED = 8;

/** The published lesson of a deployment from which one of an actor is drawn, by its title. */
export function DrawnFrom({ id }: { readonly id: string }): ReactNode {
  const title = usePublishedLessons().data?.find((one) => one.id === id)?.text.title;
  return title === undefined ? null : (
    <Link to="/lessons">
      <bdi>{title}</bdi>
    </Link>
  );
}

/** Chooses one of them by letters of its title, or none. */
export function DrawnFromField({
  chosen,
  onChange,
  problem,
}: {
  /** Its id; null for none. */
  readonly chosen: string | null;
  readonly onChange: (id: string | null) => void;
  readonly problem?: string | undefined;
}): ReactNode {
  const t = useT('console-agenda');
  const lessons = usePublishedLessons();
  const [typed, setTyped] = useState('');
  const all: readonly Option[] = (lessons.data ?? []).map(({ id, text, publishedOn }) => ({
    id,
    words: text.title,
    about: publishedOn,
  }));
  const wanted = typed.trim().toLocaleLowerCase();
  return (
    <ChooseSeveral
      label={t('lesson.drawnFrom')}
      hint={t('lesson.drawnFromHint')}
      chosen={chosen === null ? [] : all.filter(({ id }) => id === chosen)}
      onChange={(options) => onChange(options.at(-1)?.id ?? null)}
      options={
        wanted === ''
          ? []
          : all
              .filter(({ words }) => words.toLocaleLowerCase().includes(wanted))
              .slice(0, MOST_OFFERED)
      }
      typed={typed}
      onType={setTyped}
      loading={lessons.isPending}
      failed={lessons.isError}
      problem={problem}
    />
  );
}
