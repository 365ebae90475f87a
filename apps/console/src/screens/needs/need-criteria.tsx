import type { ReactNode } from 'react';
import type { WholeNeedFragment } from '../../graph/types.js';
import { useAsk } from '../../graph/use-graph.js';
import { useFormat } from '../../i18n/format.js';
import { useT } from '../../i18n/translate.js';
import { Skeleton } from '../../ui/feedback.js';
import type { Option } from '../../ui/type-ahead.js';
import kit from '../../ui/kit.module.css';
import { Card, Fact, Facts, Stack } from '../../ui/page.js';
import { useNames } from '../../vocabulary/use-vocabulary.js';
import { draftOf, type Draft } from './draft.js';
import { ChoicesOfNeed, NeedPresets } from './needs.graphql.js';
import { useNeedLabels } from './use-need-labels.js';

/** What a need asks for: what makes one candidate better than another, and what excludes. */
export function NeedCriteria({ need }: { readonly need: WholeNeedFragment }): ReactNode {
  const { ready, labelOf } = useNeedLabels(need);
  return ready ? <Criteria need={need} draft={draftOf(need, labelOf)} /> : <Skeleton lines={4} />;
}

function Criteria({
  need,
  draft,
}: {
  readonly need: WholeNeedFragment;
  readonly draft: Draft;
}): ReactNode {
  const t = useT('console-needs');
  const tc = useT('console');
  const format = useFormat();
  const proficiency = useNames('PROFICIENCY');
  const level = useNames('EXPERTISE_LEVEL');
  const role = useNames('ROLE');
  const track = useNames('TRACK');
  const phase = useNames('PHASE');
  const type = useNames('PROCESS_TYPE');
  const { data: choices } = useAsk(ChoicesOfNeed, {});
  const { data: presets } = useAsk(NeedPresets, {});
  const slugs = new Map(choices?.networks.edges.map(({ node }) => [node.slug, node.name]));
  const all = (names: readonly string[]): ReactNode =>
    names.length === 0 ? null : format.list(names);
  const words = (chosen: readonly Option[]): ReactNode => all(chosen.map((one) => one.words));
  const networks = (some: readonly string[]): ReactNode =>
    all(some.map((slug) => slugs.get(slug) ?? slug));
  const number = (text: string): ReactNode => (text === '' ? null : format.number(Number(text)));
  const languages = (required: boolean): ReactNode =>
    all(
      draft.languages
        .filter((one) => !required || one.required)
        .map((one) => t('criteria.atLevel', { name: one.words, level: proficiency(one.level) })),
    );
  const weights = Object.entries(draft.weights) as [keyof Draft['weights'], string][];
  const isRange = draft.from !== '' && draft.to !== '';
  return (
    <div className={kit.columns}>
      <Card title={t('criteria.skills')}>
        <Facts>
          <Fact term={t('field.preset')}>
            {presets?.needPresets.find(({ code }) => code === draft.preset)?.title}
          </Fact>
          <Fact term={t('field.languages')}>{languages(false)}</Fact>
          <Fact term={t('field.expertise')}>
            {all(
              draft.topics.map((one) =>
                t('criteria.atLevel', { name: one.words, level: level(one.level) }),
              ),
            )}
          </Fact>
          <Fact term={t('field.territories')}>{words(draft.territories)}</Fact>
          <Fact term={t('field.roles')}>{all(draft.roles.map(role))}</Fact>
          <Fact term={t('field.tracks')}>{all(draft.tracks.map(track))}</Fact>
          <Fact term={t('field.phase')}>{draft.phase === '' ? null : phase(draft.phase)}</Fact>
          <Fact term={t('field.processType')}>
            {draft.processType === '' ? null : type(draft.processType)}
          </Fact>
          <Fact term={t('field.preferredNetworks')}>{networks(draft.preferredNetworks)}</Fact>
          <Fact term={t('field.years')}>{number(draft.years)}</Fact>
          <Fact term={t('field.yearsAtMost')}>{number(draft.yearsAtMost)}</Fact>
          <Fact term={t('field.stance')}>
            {draft.stance === '' ? null : (
              <>
                {t(`stance.${draft.stance}`)}: {words(draft.origin)}
              </>
            )}
          </Fact>
          <Fact term={t('field.workingMode')}>
            {draft.workingMode === '' ? null : t(`workingMode.${draft.workingMode}`)}
          </Fact>
          <Fact term={t('field.noticeDays')}>{number(draft.noticeDays)}</Fact>
          <Fact term={tc('criterion.MENTOR')}>{draft.mentor ? t('field.mentor') : null}</Fact>
          <Fact term={t('weights.title')}>
            {all(
              weights.map(([criterion, weight]) => `${tc(`criterion.${criterion}`)}: ${weight}`),
            )}
          </Fact>
          <Fact term={t('criteria.when')}>
            {isRange
              ? t('criteria.days', { from: format.day(draft.from), to: format.day(draft.to) })
              : null}
          </Fact>
          <Fact term={t('field.date')}>{format.day(draft.date)}</Fact>
          <Fact term={t('field.version')}>{t(`version.${draft.version}`)}</Fact>
        </Facts>
      </Card>
      <Stack>
        <Card title={t('criteria.requirements')}>
          <Facts>
            <Fact term={t('field.languages')}>{languages(true)}</Fact>
            <Fact term={t('field.minimumYears')}>{number(draft.minimumYears)}</Fact>
            <Fact term={t('field.availability')}>{number(draft.availability)}</Fact>
            <Fact term={t('field.requiredRoles')}>{all(draft.requiredRoles.map(role))}</Fact>
            <Fact term={t('field.requiredTracks')}>{all(draft.requiredTracks.map(track))}</Fact>
            <Fact term={t('field.requiredNetworks')}>{networks(draft.requiredNetworks)}</Fact>
            <Fact term={t('field.excludedNetworks')}>{networks(draft.excludedNetworks)}</Fact>
            <Fact term={t('field.excluded')}>{words(draft.excluded)}</Fact>
            <Fact term={t('criteria.always')}>
              {t(draft.allowStale ? 'criteria.consent' : 'criteria.consentAndFresh')}
            </Fact>
          </Facts>
        </Card>
        <Card title={t('editor.about')}>
          <Facts>
            <Fact term={t('field.brief')}>
              {need.brief === '' ? null : <bdi>{need.brief}</bdi>}
            </Fact>
            <Fact term={t('field.place')}>{need.place ? <bdi>{need.place}</bdi> : null}</Fact>
            <Fact term={t('field.confidentiality')}>
              {t(`confidentiality.${need.confidentiality}`)}
            </Fact>
            <Fact term={t('field.insiderTies')}>{t(`insiderTies.${need.insiderTies}`)}</Fact>
            <Fact term={t('field.alongside')}>
              {need.alongside ? t(`alongside.${need.alongside}`) : null}
            </Fact>
            <Fact term={t('list.updated')}>{format.moment(need.updatedAt)}</Fact>
          </Facts>
        </Card>
      </Stack>
    </div>
  );
}
