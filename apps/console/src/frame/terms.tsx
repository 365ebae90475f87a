import type { ReactNode } from 'react';
import type { AskedTermsFragment } from '../graph/types.js';
import { useFormat } from '../i18n/format.js';
import { useT } from '../i18n/translate.js';
import { Notice } from '../ui/feedback.js';
import css from '../ui/kit.module.css';
import { Fact, Facts } from '../ui/page.js';
import { useLabels } from '../vocabulary/use-labels.js';
import { useNames } from '../vocabulary/use-vocabulary.js';

const COSTS = ['fee', 'travel', 'insurance', 'security'] as const;

/** Terms of reference as they stand; what they do not say is left out. The messages are the area `console-asked-terms`. */
export function TermsFacts({ terms }: { readonly terms: AskedTermsFragment }): ReactNode {
  const t = useT('console-asked-terms');
  const format = useFormat();
  const support = useNames('SUPPORT');
  const { labelOf } = useLabels({ LANGUAGE: terms.workingLanguages });
  const { startsOn, endsOn, contactPerson } = terms;
  const paid = COSTS.flatMap((cost) => {
    const bearer = terms.costs[cost];
    return bearer ? [[cost, bearer] as const] : [];
  });
  const place = [terms.territory?.label, terms.placeWords].filter((one) => !!one) as string[];
  const contact = [contactPerson.name, contactPerson.email, contactPerson.telephone].filter(
    (one) => one !== null && one !== '',
  );
  return (
    <>
      {terms.riskNote ? (
        <Notice tone="warm" title={t('risk')}>
          <Words text={terms.riskNote} />
        </Notice>
      ) : null}
      <Facts>
        <Fact term={t('role')}>{own(terms.role)}</Fact>
        <Fact term={t('purpose')}>{terms.purpose ? <Words text={terms.purpose} /> : null}</Fact>
        <Fact term={t('days')}>
          {startsOn && endsOn
            ? t('dates', { from: format.day(startsOn), until: format.day(endsOn) })
            : null}
        </Fact>
        <Fact term={t('percent')}>
          {terms.percent === null ? null : t('percentOf', { percent: terms.percent / 100 })}
        </Fact>
        <Fact term={t('mode')}>{terms.mode ? t(`mode.${terms.mode}`) : null}</Fact>
        <Fact term={t('place')}>{format.joined(place)}</Fact>
        <Fact term={t('support')}>{terms.support ? support(terms.support) : null}</Fact>
        <Fact term={t('engagement')}>
          {terms.engagement ? t(`engagement.${terms.engagement}`) : null}
        </Fact>
        <Fact term={t('languages')}>
          {format.list(terms.workingLanguages.map((code) => labelOf('LANGUAGE', code)))}
        </Fact>
        <Fact term={t('host')}>{own(terms.host)}</Fact>
        <Fact term={t('reportingLine')}>{own(terms.reportingLine)}</Fact>
        <Fact term={t('security')}>
          {terms.securityArrangements ? <Words text={terms.securityArrangements} /> : null}
        </Fact>
        <Fact term={t('confidentiality')}>
          {terms.confidentiality ? <Words text={terms.confidentiality} /> : null}
        </Fact>
        <Fact term={t('pays')}>
          {paid.length > 0
            ? paid.map(([cost, bearer]) => (
                <div key={cost}>
                  {t(`cost.${cost}`)}: {t(`bearer.${bearer}`)}
                </div>
              ))
            : null}
        </Fact>
        <Fact term={t('feeWords')}>{own(terms.feeWords)}</Fact>
        <Fact term={t('contact')}>
          {contact.length > 0 ? contact.map((one) => <div key={one}>{own(one)}</div>) : null}
        </Fact>
      </Facts>
    </>
  );
}

function own(text: string | null): ReactNode {
  return text ? <bdi>{text}</bdi> : null;
}

/** What a person wrote, with its lines and in its own direction. */
export function Words({ text }: { readonly text: string }): ReactNode {
  return (
    <p dir="auto" className={css.words}>
      {text}
    </p>
  );
}
