import { useState, type ReactNode } from 'react';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Answered, Empty, Refusal } from '../../ui/feedback.js';
import { Boxes } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { RecordEngaged, ShortlistsOfNeed } from './needs.graphql.js';

/** Names who was engaged, of those on the shortlists of the need. With the last wanted one the need is filled. */
export function Engaged({ need }: { readonly need: WholeNeedFragment }): ReactNode {
  const t = useT('console-needs');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('engaged.open')}</Button>
      <Dialog title={t('engaged.open')} open={isOpen} onClose={() => setOpen(false)}>
        {isOpen ? <Form need={need} onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function Form({
  need,
  onClose,
}: {
  readonly need: WholeNeedFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const tell = useTell();
  const query = useAsk(ShortlistsOfNeed, { needId: need.id });
  const record = useChange(RecordEngaged);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const save = async (): Promise<void> => {
    const { recordEngaged } = await record.mutateAsync({
      id: need.id,
      revision: need.revision,
      mediatorIds: [...chosen],
    });
    if (isRefused(recordEngaged)) return;
    tell(recordEngaged.state === 'FILLED' ? t('engaged.filled') : tc('state.saved'));
    onClose();
  };
  return (
    <Answered query={query} lines={3}>
      {({ shortlists }) => {
        const entries = shortlists.edges.flatMap(({ node }) => node.entries);
        const names = new Map(
          entries
            .filter(({ filled }) => !filled)
            .map(({ mediator }) => [mediator.id, mediator.name] as const),
        );
        if (names.size === 0) {
          return (
            <Empty title={t('engaged.nobody')}>
              <p>{t('engaged.nobodyAbout')}</p>
            </Empty>
          );
        }
        return (
          <Stack>
            <Refusal refused={refusalOf(record.data?.recordEngaged)} />
            <Boxes
              label={t('engaged.who')}
              options={[...names]}
              chosen={chosen}
              onChange={setChosen}
            />
            <Row>
              <Button onPress={onClose}>{tc('action.cancel')}</Button>
              <Button
                look="primary"
                isDisabled={chosen.length === 0}
                isPending={record.isPending}
                onPress={() => void save()}
              >
                {tc('action.save')}
              </Button>
            </Row>
          </Stack>
        );
      }}
    </Answered>
  );
}
