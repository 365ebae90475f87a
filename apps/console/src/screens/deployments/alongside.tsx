import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isRefused, refusalOf } from '../../graph/refusal.js';
import type { PlaceAlongsideFragment } from '../../graph/types.js';
import { useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Badge, Refusal } from '../../ui/feedback.js';
import { Card, Row, Stack } from '../../ui/page.js';
import { useTell } from '../../ui/toast.js';
import { AgreeToAlongside, DeclineAlongside } from './deployments.graphql.js';

/** Second places beside her, for a young leader or a newcomer. */
export function Alongside({
  places,
}: {
  readonly places: readonly PlaceAlongsideFragment[];
}): ReactNode {
  const t = useT('console-deployments');
  return (
    <Card title={t('alongside.title')}>
      <Stack>
        {places.map((place) => (
          <Offered key={place.id} place={place} />
        ))}
      </Stack>
    </Card>
  );
}

function Offered({
  place: { id, form, state, newcomer, startsOn, endsOn, ownAgreed, dueAt, arrangedDeploymentId },
}: {
  readonly place: PlaceAlongsideFragment;
}): ReactNode {
  const t = useT('console-deployments');
  const format = useFormat();
  const tell = useTell();
  const agree = useChange(AgreeToAlongside);
  const decline = useChange(DeclineAlongside);
  const refused = refusalOf(agree.data?.agreeToAlongside ?? decline.data?.declineAlongside);
  return (
    <div>
      <Refusal refused={refused} />
      <p>
        <Badge tone={state === 'ARRANGED' ? 'good' : 'neutral'}>{t(`alongside.${state}`)}</Badge>{' '}
        {newcomer ? (
          <Link to={`/mediators/${newcomer.id}`}>
            <bdi>{newcomer.name}</bdi>
          </Link>
        ) : (
          t('noLongerListed')
        )}{' '}
        {t(`form.${form}`)}{' '}
        {t('daysFromTo', { from: format.day(startsOn), to: format.day(endsOn) })}
      </p>
      {arrangedDeploymentId ? (
        <Link to={`/deployments/${arrangedDeploymentId}`}>{t('alongside.hers')}</Link>
      ) : null}
      {state === 'WAITING' && ownAgreed ? <p>{t('alongside.agreed')}</p> : null}
      {state === 'WAITING' && !ownAgreed ? (
        <>
          <p>{dueAt ? t('alongside.until', { moment: format.moment(dueAt) }) : null}</p>
          <Row>
            <Button
              look="primary"
              isPending={agree.isPending}
              onPress={() =>
                void agree.mutateAsync({ id }).then(({ agreeToAlongside }) => {
                  if (!isRefused(agreeToAlongside)) tell(t('alongside.agreed'));
                })
              }
            >
              {t('alongside.agree')}
            </Button>
            <Button
              isPending={decline.isPending}
              onPress={() =>
                void decline.mutateAsync({ id }).then(({ declineAlongside }) => {
                  if (!isRefused(declineAlongside)) tell(t('alongside.declined'));
                })
              }
            >
              {t('alongside.decline')}
            </Button>
          </Row>
        </>
      ) : null}
    </div>
  );
}
