import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { DeskPlacesQuery } from '../../graph/types.js';
import { useAsk, useChange } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Clock } from '../../ui/clock.js';
import { Answered, Badge, Empty } from '../../ui/feedback.js';
import { StepDialog } from '../../ui/step-dialog.js';
import { Table } from '../../ui/table.js';
import { DeskPage } from './desk-page.js';
import { DeskPlaces, WithdrawAlongside } from './places.graphql.js';

type Place = DeskPlacesQuery['networkAlongsidePlaces'][number];

/** Second places that the network has proposed for newcomers. */
export default function PlacesScreen(): ReactNode {
  const t = useT('console-desk');
  return <DeskPage title={t('places.title')}>{(network) => <List network={network} />}</DeskPage>;
}

function List({ network }: { readonly network: string }): ReactNode {
  const t = useT('console-desk');
  const format = useFormat();
  const [ends, setEnds] = useState<Place | null>(null);
  const query = useAsk(DeskPlaces, { network });
  return (
    <Answered query={query}>
      {({ networkAlongsidePlaces: places }) =>
        places.length === 0 ? (
          <Empty title={t('places.none')}>
            <p>{t('places.noneAbout')}</p>
          </Empty>
        ) : (
          <>
            <Table
              caption={t('places.counted', { count: places.length })}
              rows={places}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'newcomer',
                  words: t('places.newcomer'),
                  names: true,
                  cell: ({ newcomer }) => <bdi>{newcomer?.name ?? t('noName')}</bdi>,
                },
                {
                  id: 'mentor',
                  words: t('places.mentor'),
                  cell: ({ mentor, deploymentId }) =>
                    deploymentId ? (
                      <Link to={`/desk/deployments/${deploymentId}`}>
                        <bdi>{mentor?.name ?? t('noName')}</bdi>
                      </Link>
                    ) : (
                      <bdi>{mentor?.name ?? t('noName')}</bdi>
                    ),
                },
                { id: 'form', words: t('places.form'), cell: ({ form }) => t(`form.${form}`) },
                {
                  id: 'organization',
                  words: t('field.organization'),
                  cell: ({ organization }) => <bdi>{organization}</bdi>,
                },
                {
                  id: 'days',
                  words: t('field.days'),
                  cell: ({ startsOn, endsOn }) =>
                    t('dates', { from: format.shortDay(startsOn), until: format.shortDay(endsOn) }),
                },
                {
                  id: 'state',
                  words: t('field.state'),
                  cell: ({ state, waitsFor }) => (
                    <>
                      <Badge tone={state === 'ARRANGED' ? 'good' : 'neutral'}>
                        {t(`placeState.${state}`)}
                      </Badge>{' '}
                      {waitsFor.length > 0
                        ? t('places.waitsFor', {
                            who: format.list(waitsFor.map((one) => t(`party.${one}`))),
                          })
                        : null}
                    </>
                  ),
                },
                {
                  id: 'due',
                  words: t('field.due'),
                  cell: ({ dueAt, state }) =>
                    dueAt && state === 'WAITING' ? <Clock at={dueAt} /> : null,
                },
                {
                  id: 'deeds',
                  words: t('clearance.deeds'),
                  cell: (place) =>
                    place.state === 'WAITING' ? (
                      <Button small onPress={() => setEnds(place)}>
                        {t('places.withdraw')}
                      </Button>
                    ) : place.arrangedDeploymentId ? (
                      <Link to={`/desk/deployments/${place.arrangedDeploymentId}`}>
                        {t('places.open')}
                      </Link>
                    ) : null,
                },
              ]}
            />
            {ends ? <Withdraw place={ends} onClose={() => setEnds(null)} /> : null}
          </>
        )
      }
    </Answered>
  );
}

function Withdraw({
  place: { id },
  onClose,
}: {
  readonly place: Place;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-desk');
  return (
    <StepDialog
      title={t('places.withdrawTitle')}
      action={t('places.withdraw')}
      look="danger"
      change={useChange(WithdrawAlongside)}
      variables={() => ({ id })}
      done={t('places.withdrawn')}
      onClose={onClose}
    >
      <p>{t('places.withdrawAbout')}</p>
    </StepDialog>
  );
}
