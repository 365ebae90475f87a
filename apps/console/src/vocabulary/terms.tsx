import type { ReactNode } from 'react';
import type { WholeTermsFragment } from '../graph/types.js';
import { useFormat } from '../i18n/format.js';
import { useT } from '../i18n/translate.js';
import { Fact, Facts } from '../ui/page.js';
import { useLabels } from './use-labels.js';
import { useNames } from './use-vocabulary.js';

/** The costs that terms say who pays for, in their order. */
export const COSTS = ['fee', 'travel', 'insurance', 'security'] as const;

/** What terms of reference say, as far as they say it. */
export function TermsFacts({ terms }: { readonly terms: WholeTermsFragment }): ReactNode {
  const t = useT('console-terms');
  const format = useFormat();
  const supportName = useNames('SUPPORT');
  const { labelOf } = useLabels({ LANGUAGE: terms.workingLanguages });
  const { startsOn, endsOn, percent, mode, engagement, territory, placeWords, contactPerson } =
    terms;
  const place = [territory?.label, placeWords].filter((one) => !!one) as string[];
  const reach = [contactPerson.name, contactPerson.email, contactPerson.telephone].filter(
    (one) => !!one,
  ) as string[];
  return (
    <Facts>
      <Words term={t('field.role')} words={terms.role} />
      <Words term={t('field.purpose')} words={terms.purpose} />
      <Fact term={t('days')}>
        {startsOn && endsOn
          ? t('daysFromTo', { from: format.day(startsOn), to: format.day(endsOn) })
          : startsOn || endsOn
            ? format.day(startsOn ?? endsOn ?? '')
            : null}
      </Fact>
      <Fact term={t('field.percent')}>
        {percent === null ? null : t('share', { share: percent / 100 })}
      </Fact>
      <Fact term={t('field.mode')}>{mode ? t(`mode.${mode}`) : null}</Fact>
      <Fact term={t('place')}>{place.length > 0 ? format.joined(place) : null}</Fact>
      <Fact term={t('field.support')}>{terms.support ? supportName(terms.support) : null}</Fact>
      <Fact term={t('field.engagement')}>{engagement ? t(`engagement.${engagement}`) : null}</Fact>
      <Fact term={t('field.workingLanguages')}>
        {terms.workingLanguages.length > 0
          ? format.list(terms.workingLanguages.map((code) => labelOf('LANGUAGE', code)))
          : null}
      </Fact>
      <Words term={t('field.host')} words={terms.host} />
      <Fact term={t('pays')}>
        {COSTS.some((cost) => terms.costs[cost] !== null) ? (
          <ul>
            {COSTS.map((cost) => {
              const bearer = terms.costs[cost];
              return bearer ? (
                <li key={cost}>
                  {t('paid', { cost: t(`cost.${cost}`), bearer: t(`bearer.${bearer}`) })}
                </li>
              ) : null;
            })}
          </ul>
        ) : null}
      </Fact>
      <Words term={t('field.feeWords')} words={terms.feeWords} />
      <Words term={t('field.securityArrangements')} words={terms.securityArrangements} />
      <Words term={t('field.reportingLine')} words={terms.reportingLine} />
      <Words term={t('field.confidentiality')} words={terms.confidentiality} />
      <Words term={t('field.riskNote')} words={terms.riskNote} />
      <Fact term={t('contact')}>
        {reach.length > 0
          ? reach.map((one) => (
              <div key={one}>
                <bdi>{one}</bdi>
              </div>
            ))
          : null}
      </Fact>
    </Facts>
  );
}

function Words({
  term,
  words,
}: {
  readonly term: string;
  readonly words: string | null | undefined;
}): ReactNode {
  return <Fact term={term}>{words ? <bdi>{words}</bdi> : null}</Fact>;
}
