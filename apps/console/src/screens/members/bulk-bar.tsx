import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import css from '../../frame/bulk.module.css';
import { ask } from '../../graph/ask.js';
import type { MemberFilterInput } from '../../graph/types.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Failure } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import { Row } from '../../ui/page.js';
import { HideDialog } from '../emergency/hide-dialog.js';
import { ACTIONS, MembersDialog, type MemberAction } from './bulk-dialog.js';
import { MOST, type Member } from './bulk.js';
import { MemberKeys } from './members.graphql.js';

/** So many are asked for at once when all of a list are selected. */
const PAGE = 100;

/** What can be done with the members who are ticked. */
export function BulkBar({
  network,
  filter,
  total,
  selected,
  onSelect,
}: {
  readonly network: string;
  readonly filter: MemberFilterInput;
  readonly total: number;
  readonly selected: ReadonlyMap<string, Member>;
  readonly onSelect: (selected: ReadonlyMap<string, Member>) => void;
}): ReactNode {
  const t = useT('console-members');
  const [action, setAction] = useState<MemberAction | ''>('');
  const [isOpen, setOpen] = useState(false);
  const [hides, setHides] = useState(false);
  const all = useMutation({
    mutationFn: async () => allOf(network, filter),
    onSuccess: onSelect,
  });
  const count = selected.size;
  return (
    <div className={css.bulk}>
      <p role="status" className={css.bulkCount}>
        {count === 0
          ? t('bulk.hint')
          : count > MOST
            ? t('selected.tooMany', { count, most: MOST })
            : t('selected', { count })}
      </p>
      {count > 0 ? (
        <>
          <Choice
            label={t('bulk.choose')}
            value={action}
            none={t('bulk.none')}
            options={ACTIONS.map((one) => [one, t(`action.${one}`)])}
            onChange={setAction}
          />
          <Row>
            <Button
              look="primary"
              isDisabled={action === '' || count > MOST}
              onPress={() => setOpen(true)}
            >
              {t('bulk.go')}
            </Button>
            <Button look="danger" isDisabled={count > MOST} onPress={() => setHides(true)}>
              {t('bulk.hide')}
            </Button>
            <Button look="quiet" onPress={() => onSelect(new Map())}>
              {t('bulk.clear')}
            </Button>
          </Row>
        </>
      ) : null}
      {count > 0 && count < total && total <= MOST ? (
        <Button look="quiet" isPending={all.isPending} onPress={() => all.mutate()}>
          {t('bulk.all', { count: total })}
        </Button>
      ) : null}
      {all.error ? <Failure error={all.error} /> : null}
      {hides ? (
        <HideDialog
          whom={{ network, name: network, mediatorIds: [...selected.keys()] }}
          onClose={() => setHides(false)}
          onDone={() => onSelect(new Map())}
        />
      ) : null}
      {isOpen && action !== '' ? (
        <MembersDialog
          network={network}
          action={action}
          selected={[...selected.values()]}
          onClose={(left) => {
            setOpen(false);
            setAction('');
            onSelect(new Map(left.map((one) => [one.id, one])));
          }}
        />
      ) : null}
    </div>
  );
}

/** Everybody whom the filter finds, page by page. */
async function allOf(
  network: string,
  filter: MemberFilterInput,
): Promise<ReadonlyMap<string, Member>> {
  const found = new Map<string, Member>();
  let after: string | null = null;
  do {
    const { members }: Awaited<ReturnType<typeof keysOf>> = await keysOf(network, filter, after);
    for (const { node } of members.edges) {
      found.set(node.id, { id: node.id, name: node.fullName, state: node.state });
    }
    after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  } while (after !== null && found.size < MOST);
  return found;
}

async function keysOf(network: string, filter: MemberFilterInput, after: string | null) {
  return ask(MemberKeys, { network, filter, first: PAGE, after });
}
