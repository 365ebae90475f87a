import { useState, type ReactNode } from 'react';
import { isRefused, problemAt, refusalOf } from '../../graph/refusal.js';
import type { WholeShortlistFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Refusal } from '../../ui/feedback.js';
import { Line } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Card, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { ShareShortlist, TakeBackShortlist } from './shortlists.graphql.js';

/** Who else reads the shortlist. What is taken back can be shared again. */
export function Shares({
  list: { id, shares },
}: {
  readonly list: WholeShortlistFragment;
}): ReactNode {
  const t = useT('console-shortlists');
  const format = useFormat();
  const tell = useTell();
  const share = useChange(ShareShortlist);
  const takeBack = useChange(TakeBackShortlist);
  const [reader, setReader] = useState('');
  const refused = refusalOf(share.data?.shareShortlist ?? takeBack.data?.takeBackShortlist);

  const begin = async (): Promise<void> => {
    const { shareShortlist } = await share.mutateAsync({ id, readerId: reader.trim() });
    if (isRefused(shareShortlist)) return;
    setReader('');
    tell(t('share.done'));
  };
  const end = async (shareId: string, readerId: string): Promise<void> => {
    const { takeBackShortlist } = await takeBack.mutateAsync({ shareId });
    if (isRefused(takeBackShortlist)) return;
    tell(t('share.tookBack'), () => share.mutateAsync({ id, readerId }));
    document.getElementById('shares')?.focus();
  };

  return (
    <Card>
      <Stack>
        <h2 id="shares" tabIndex={-1}>
          {t('share.title')}
        </h2>
        <p>{t('share.about')}</p>
        {shares.length === 0 ? (
          <p>{t('share.nobody')}</p>
        ) : (
          <ul>
            {shares.map(({ shareId, readerId, organization, sharedAt }) => (
              <li key={shareId}>
                <Row>
                  <span>
                    <bdi>{organization}</bdi> {t('share.since', { at: format.moment(sharedAt) })}
                  </span>
                  <Button
                    small
                    aria-label={t('share.takeBackOf', { name: organization })}
                    onPress={() => void end(shareId, readerId)}
                  >
                    {t('share.takeBack')}
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
        )}
        <form
          className={kit.noPrint}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <Stack>
            <Refusal refused={refused} />
            <Line
              label={t('share.reader')}
              hint={t('share.readerHint')}
              value={reader}
              onChange={setReader}
              problem={problemAt(refused, 'readerId')}
              required
              maxLength={200}
            />
            <Row>
              <Button type="submit" isDisabled={reader.trim() === ''} isPending={share.isPending}>
                {t('share.action')}
              </Button>
            </Row>
          </Stack>
        </form>
      </Stack>
    </Card>
  );
}
