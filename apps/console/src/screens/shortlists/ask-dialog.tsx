import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { AskingForNeedQuery } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice, Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import { Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { AskForIntroduction } from './shortlists.graphql.js';

/** Asks her network for an introduction. Without complete terms it leads to them instead. */
export function AskDialog({
  entryId,
  name,
  need,
  terms,
  passesOver,
  onClose,
}: {
  readonly entryId: string;
  readonly name: string;
  readonly need: Extract<AskingForNeedQuery['node'], { readonly __typename: 'Need' }>;
  readonly terms: AskingForNeedQuery['termsOfReference'];
  /** Whether somebody of a better rank has not been asked. */
  readonly passesOver: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-shortlists');
  const tn = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const tell = useTell();
  const [, go] = useLocation();
  const request = useChange(AskForIntroduction);
  const [reason, setReason] = useState('');
  const refused = refusalOf(request.data?.requestIntroduction);
  const problem = problemAt(refused, 'outOfOrder');

  const send = async (): Promise<void> => {
    const { requestIntroduction: result } = await request.mutateAsync({
      entryId,
      outOfOrder: reason.trim() === '' ? null : reason.trim(),
    });
    if (isRefused(result)) return;
    onClose();
    tell(t('ask.done', { until: result.dueAt ? format.moment(result.dueAt) : '' }));
    go(`/introductions/${result.id}`);
  };

  return (
    <Dialog title={t('ask.title', { name })} open onClose={onClose}>
      {terms?.complete ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Stack>
            <Refusal refused={problem === undefined ? refused : null} />
            <p>{t('ask.about')}</p>
            <ul>
              <li>{tn(`urgency.${need.urgency}`)}</li>
              <li>{t('ask.terms', { revision: terms.revision })}</li>
              <li>{t('ask.silence')}</li>
            </ul>
            {passesOver || problem !== undefined ? (
              <Line
                label={t('ask.outOfOrder')}
                hint={t('ask.outOfOrderHint')}
                value={reason}
                onChange={setReason}
                problem={problem}
                required
                long
                maxLength={2000}
              />
            ) : null}
            <Row>
              <Button onPress={onClose}>{tc('action.cancel')}</Button>
              <Button type="submit" look="primary" isPending={request.isPending}>
                {t('ask.action')}
              </Button>
            </Row>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Notice tone="warm" title={t('ask.noTerms')}>
            <p>{t('ask.noTermsAbout')}</p>
          </Notice>
          <Row>
            <Button onPress={onClose}>{tc('action.cancel')}</Button>
            <LinkButton look="primary" to={`/needs/${need.id}/terms`}>
              {t('ask.writeTerms')}
            </LinkButton>
          </Row>
        </Stack>
      )}
    </Dialog>
  );
}
