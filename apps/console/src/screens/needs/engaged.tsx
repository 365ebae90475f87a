import { useState, type ReactNode } from 'react';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Boxes } from '../../ui/fields.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { RecordEngaged, ShortlistsOfNeed } from './needs.graphql.js';

/** Names who was engaged, of those on the shortlists of the need. With the last wanted one the need is filled. */
export function Engaged({ need }: { readonly need: WholeNeedFragment }): ReactNode {
  const t = useT('console-needs');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('engaged.open')}</Button>
      {isOpen ? <EngagedDialog need={need} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EngagedDialog({
  need: { id, revision },
  onClose,
}: {
  readonly need: WholeNeedFragment;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const query = useAsk(ShortlistsOfNeed, { needId: id });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <StepDialog
      title={t('engaged.open')}
      action={tc('action.save')}
      disabled={chosen.length === 0}
      change={useChange(RecordEngaged)}
      variables={() => ({ id, revision, mediatorIds: [...chosen] })}
      done={({ recordEngaged }) =>
        recordEngaged.__typename === 'Need' && recordEngaged.state === 'FILLED'
          ? t('engaged.filled')
          : tc('state.saved')
      }
      onClose={onClose}
    >
      <Answered query={query} lines={3}>
        {({ shortlists }) => {
          const entries = shortlists.edges.flatMap(({ node }) => node.entries);
          const names = new Map(
            entries
              .filter(({ filled }) => !filled)
              .map(({ mediator }) => [mediator.id, mediator.name] as const),
          );
          return names.size === 0 ? (
            <Empty title={t('engaged.nobody')}>
              <p>{t('engaged.nobodyAbout')}</p>
            </Empty>
          ) : (
            <Boxes
              label={t('engaged.who')}
              options={[...names]}
              chosen={chosen}
              onChange={setChosen}
            />
          );
        }}
      </Answered>
    </StepDialog>
  );
}
