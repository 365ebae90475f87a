import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { MediatorByIdQuery } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Badge, Notice } from '../../ui/feedback.js';
import { Card, Fact, Facts, Gone, Page, RecordScreen, Stack } from '../../ui/page.js';
import { Table } from '../../ui/table.js';
import { useNames } from '../../vocabulary/use-vocabulary.js';
import { MediatorById } from './mediators.graphql.js';

type Mediator = NonNullable<MediatorByIdQuery['mediator']>;

/** A mediator as whoever is signed in may see her. Who does not exist and whom she may not see are the same answer. */
export default function MediatorScreen(): ReactNode {
  const t = useT('console-mediators');
  const { id } = useParams<{ id: string }>();
  const query = useAsk(MediatorById, { id });
  return (
    <RecordScreen query={query} gone={<Gone title={t('nobody.title')} about={t('nobody.about')} />}>
      {({ mediator }) => (mediator ? <Profile mediator={mediator} /> : null)}
    </RecordScreen>
  );
}

function Profile({ mediator }: { readonly mediator: Mediator }): ReactNode {
  const t = useT('console-mediators');
  const tc = useT('console');
  const format = useFormat();
  const role = useNames('ROLE');
  const track = useNames('TRACK');
  const support = useNames('SUPPORT');
  const proficiency = useNames('PROFICIENCY');
  const level = useNames('EXPERTISE_LEVEL');
  const phase = useNames('PHASE');
  const availability = useNames('AVAILABILITY');
  const labels = (areas: readonly { readonly label: string }[]): string =>
    format.list(areas.map(({ label }) => label));
  const { years, exactYears } = mediator;
  return (
    <Page title={mediator.name} crumbs={[[tc('menu.mediators'), '/mediators']]}>
      <Stack>
        {mediator.pseudonymous ? <Notice title={t('codeName')}>{t('codeNameAbout')}</Notice> : null}
        {mediator.stale ? <Notice tone="warm">{t('staleAbout')}</Notice> : null}
        {mediator.biography ? (
          <Card title={t('part.about')}>
            {mediator.biography.split('\n').map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
          </Card>
        ) : null}
        <Card title={t('part.facts')}>
          <Facts>
            <Fact term={t('field.fullName')}>
              {mediator.fullName ? <bdi>{mediator.fullName}</bdi> : null}
            </Fact>
            <Fact term={t('field.nameVariants')}>{format.list(mediator.nameVariants)}</Fact>
            <Fact term={t('field.networks')}>
              {mediator.affiliations.map(({ network, role: inNetwork }) => (
                <div key={network.slug}>
                  <bdi>{network.name}</bdi> <Badge>{t(`networkRole.${inNetwork}`)}</Badge>
                </div>
              ))}
            </Fact>
            <Fact term={t('field.languages')}>
              {mediator.languages.length > 0
                ? format.list(
                    mediator.languages.map((one) => `${one.label} – ${proficiency(one.level)}`),
                  )
                : null}
            </Fact>
            <Fact term={t('field.expertise')}>
              {mediator.expertise.length > 0
                ? format.list(mediator.expertise.map((one) => `${one.label} – ${level(one.level)}`))
                : null}
            </Fact>
            <Fact term={t('field.territories')}>{labels(mediator.territories)}</Fact>
            <Fact term={t('field.nationalities')}>{labels(mediator.nationalities)}</Fact>
            <Fact term={t('field.residence')}>{mediator.residence?.label}</Fact>
            <Fact term={t('field.roles')}>{format.list(mediator.roles.map(role))}</Fact>
            <Fact term={t('field.tracks')}>{format.list(mediator.tracks.map(track))}</Fact>
            <Fact term={t('field.supports')}>{format.list(mediator.supports.map(support))}</Fact>
            <Fact term={t('field.years')}>
              {exactYears !== null
                ? format.number(exactYears)
                : years
                  ? years.to === null
                    ? t('years.from', { from: years.from })
                    : t('years.band', { from: years.from, to: years.to })
                  : null}
            </Fact>
            <Fact term={t('field.ageBand')}>
              {mediator.ageBand ? t(`ageBand.${mediator.ageBand}`) : null}
            </Fact>
            <Fact term={t('field.availability')}>
              {mediator.availability ? availability(mediator.availability) : null}
            </Fact>
            <Fact term={t('field.noticeDays')}>
              {mediator.noticeDays === null
                ? null
                : t('noticeDays', { count: mediator.noticeDays })}
            </Fact>
            <Fact term={t('field.workingMode')}>
              {mediator.workingMode ? t(`workingMode.${mediator.workingMode}`) : null}
            </Fact>
            <Fact term={t('field.training')}>
              {mediator.training ? <bdi>{mediator.training}</bdi> : null}
            </Fact>
            <Fact term={t('field.education')}>
              {mediator.education ? <bdi>{mediator.education}</bdi> : null}
            </Fact>
            <Fact term={t('field.publications')}>
              {mediator.publications ? <bdi>{mediator.publications}</bdi> : null}
            </Fact>
            <Fact term={t('field.confirmedOn')}>
              {mediator.confirmedOn ? format.day(mediator.confirmedOn) : null}
            </Fact>
          </Facts>
        </Card>
        {mediator.experience.length > 0 ? (
          <section>
            <h2>{t('part.experience')}</h2>
            <Table
              caption={t('experience.counted', { count: mediator.experience.length })}
              rows={mediator.experience}
              keyOf={(one) => JSON.stringify(one)}
              columns={[
                {
                  id: 'process',
                  words: t('experience.process'),
                  names: true,
                  cell: (one) => <bdi>{one.process}</bdi>,
                },
                { id: 'where', words: t('experience.where'), cell: (one) => one.territory?.label },
                {
                  id: 'role',
                  words: t('experience.role'),
                  cell: (one) => (one.role ? role(one.role) : null),
                },
                {
                  id: 'track',
                  words: t('experience.track'),
                  cell: (one) => (one.track ? track(one.track) : null),
                },
                {
                  id: 'phase',
                  words: t('experience.phase'),
                  cell: (one) => (one.phase ? phase(one.phase) : null),
                },
                {
                  id: 'years',
                  words: t('experience.years'),
                  short: true,
                  cell: (one) =>
                    [...new Set([one.yearFrom, one.yearTo])]
                      .filter((year) => year !== null)
                      .join('–'),
                },
              ]}
            />
          </section>
        ) : null}
        {mediator.mentorings.length > 0 ? (
          <Card title={t('part.mentoring')}>
            <ul>
              {mediator.mentorings.map(({ form, part, year }) => (
                <li key={`${form} ${part} ${year}`}>
                  {t(`mentoring.${part}`)}: {t(`alongside.${form}`)}, {year}
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <p>
          <Link to="/mediators">{t('search.again')}</Link>
        </p>
      </Stack>
    </Page>
  );
}
