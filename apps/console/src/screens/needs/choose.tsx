import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../../graph/ask.js';
import { isRefused, problemAt } from '../../graph/refusal.js';
import type {
  AddToShortlistMutation,
  CreateShortlistMutation,
  WholeNeedFragment,
} from '../../graph/types.js';
import { useAsk, useOnce, useSteps } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Choice, Line } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { AddToShortlist, CreateShortlist, ShortlistsOfNeed } from './needs.graphql.js';

type ListedNeed = Pick<WholeNeedFragment, 'id' | 'title' | 'state'>;

interface Chosen {
  readonly mediator: { readonly id: string; readonly name: string };
}

/** Puts candidates on a shortlist of the need, a new one if there is none. */
export function Choose({
  need,
  chosen,
  onDone,
}: {
  readonly need: ListedNeed;
  readonly chosen: readonly Chosen[];
  /** After they were put on it. */
  readonly onDone?: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        look="primary"
        isDisabled={chosen.length === 0 || need.state === 'DRAFT'}
        onPress={() => setOpen(true)}
      >
        {t('choose.open', { count: chosen.length })}
      </Button>
      {isOpen ? (
        <ChooseDialog need={need} chosen={chosen} onClose={() => setOpen(false)} onDone={onDone} />
      ) : null}
    </>
  );
}

/** The value that stands for a shortlist that is to be made. */
const NEW = 'new';

function ChooseDialog({
  need,
  chosen,
  onClose,
  onDone,
}: {
  readonly need: ListedNeed;
  readonly chosen: readonly Chosen[];
  readonly onClose: () => void;
  /** After they were put on it. */
  readonly onDone?: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const [, go] = useLocation();
  const query = useAsk(ShortlistsOfNeed, { needId: need.id });
  const [wanted, setWanted] = useState('');
  const [title, setTitle] = useState(need.title);
  const [note, setNote] = useState('');
  const open = (query.data?.shortlists.edges ?? [])
    .map(({ node }) => node)
    .filter(({ state }) => state === 'OPEN');
  const selected = open.find(({ id }) => id === wanted) ?? (wanted === '' ? open[0] : undefined);
  const entries = chosen.map(({ mediator }) => ({
    mediatorId: mediator.id,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }));
  const create = useOnce(CreateShortlist);
  const add = useSteps(async (): Promise<CreateShortlistMutation | AddToShortlistMutation> => {
    let list: { readonly id: string; readonly revision: number } | undefined = selected;
    if (!list) {
      const created = await create({ needId: need.id, title });
      if (isRefused(created.createShortlist)) return created;
      list = created.createShortlist;
      // It is there now, also if nobody could be put on it.
      setWanted(list.id);
    }
    return ask(AddToShortlist, { input: { id: list.id, revision: list.revision, entries } });
  });
  return (
    <StepDialog
      title={t('choose.title', { count: chosen.length })}
      action={t('choose.save')}
      disabled={query.data === undefined}
      change={add}
      variables={() => undefined}
      done={t('choose.done', { count: chosen.length })}
      onClose={onClose}
      onDone={(result) => {
        onDone?.();
        if ('addToShortlist' in result && !isRefused(result.addToShortlist)) {
          go(`/shortlists/${result.addToShortlist.id}`);
        }
      }}
    >
      {(refused) => (
        <>
          <ul>
            {chosen.map(({ mediator }) => (
              <li key={mediator.id}>
                <bdi>{mediator.name}</bdi>
              </li>
            ))}
          </ul>
          {open.length > 0 ? (
            <Choice
              label={t('choose.shortlist')}
              value={selected?.id ?? NEW}
              options={[
                ...open.map((one) => [one.id, one.title] as const),
                [NEW, t('choose.new')] as const,
              ]}
              onChange={setWanted}
            />
          ) : null}
          {selected ? null : (
            <Line
              label={t('choose.name')}
              value={title}
              onChange={setTitle}
              problem={problemAt(refused, 'title')}
              required
              maxLength={200}
            />
          )}
          <Line
            label={t('choose.note')}
            hint={t('choose.noteHint')}
            value={note}
            onChange={setNote}
            long
            maxLength={2000}
          />
        </>
      )}
    </StepDialog>
  );
}
