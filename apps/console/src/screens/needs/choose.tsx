import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isRefused, refusalOf, type Refused } from '../../graph/refusal.js';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/feedback.js';
import { Choice, Line } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { AddToShortlist, CreateShortlist, ShortlistsOfNeed } from './needs.graphql.js';
import type { Candidate } from './ranking.js';

/** Puts the candidates that are ticked on a shortlist of the need, a new one if there is none. */
export function Choose({
  need,
  chosen,
  onDone,
}: {
  readonly need: WholeNeedFragment;
  readonly chosen: readonly Candidate[];
  readonly onDone: () => void;
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
      <Dialog
        title={t('choose.title', { count: chosen.length })}
        open={isOpen}
        onClose={() => setOpen(false)}
      >
        {isOpen ? (
          <Form need={need} chosen={chosen} onClose={() => setOpen(false)} onDone={onDone} />
        ) : null}
      </Dialog>
    </>
  );
}

/** The value that stands for a shortlist that is to be made. */
const NEW = 'new';

function Form({
  need,
  chosen,
  onClose,
  onDone,
}: {
  readonly need: WholeNeedFragment;
  readonly chosen: readonly Candidate[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const [, go] = useLocation();
  const { data } = useAsk(ShortlistsOfNeed, { needId: need.id });
  const create = useChange(CreateShortlist);
  const add = useChange(AddToShortlist);
  const [wanted, setWanted] = useState('');
  const [title, setTitle] = useState(need.title);
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const open = (data?.shortlists.edges ?? [])
    .map(({ node }) => node)
    .filter(({ state }) => state === 'OPEN');
  const selected = open.find(({ id }) => id === wanted) ?? (wanted === '' ? open[0] : undefined);

  const save = async (): Promise<void> => {
    let list: { readonly id: string; readonly revision: number } | undefined = selected;
    if (!list) {
      const { createShortlist } = await create.mutateAsync({ needId: need.id, title });
      setRefused(refusalOf(createShortlist));
      if (isRefused(createShortlist)) return;
      list = createShortlist;
      setWanted(list.id);
    }
    const { addToShortlist } = await add.mutateAsync({
      input: {
        id: list.id,
        revision: list.revision,
        entries: chosen.map(({ mediator }) => ({
          mediatorId: mediator.id,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        })),
      },
    });
    setRefused(refusalOf(addToShortlist));
    if (isRefused(addToShortlist)) return;
    onDone();
    onClose();
    go(`/shortlists/${addToShortlist.id}`);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <Refusal refused={refused} />
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
        <Row>
          <Button onPress={onClose}>{tc('action.cancel')}</Button>
          <Button type="submit" look="primary" isPending={create.isPending || add.isPending}>
            {t('choose.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
