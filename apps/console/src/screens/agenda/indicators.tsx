import type { ReactNode } from 'react';
import { useAsk } from '../../graph/use-graph.js';
import { useT } from '../../i18n/translate.js';
import { Button } from '../../ui/button.js';
import { Answered, Empty } from '../../ui/feedback.js';
import { Choice } from '../../ui/fields.js';
import kit from '../../ui/kit.module.css';
import { Page, Stack } from '../../ui/page.js';
import { useParam } from '../../ui/params.js';
import { useOpened } from '../../ui/use-opened.js';
import { OwnActor, Targets } from './agenda.graphql.js';
import css from './agenda.module.css';
import { ObservationDialog } from './editing/observation-dialog.js';
import { IndicatorFigures } from './indicator-figures.js';
import { useActors, useFigures, type Figure } from './use-all.js';
import { useWrittenActor } from './use-own.js';

/** What an actor has observed, as small pictures of one size: one for each indicator. */
export default function IndicatorsScreen(): ReactNode {
  const t = useT('console-agenda');
  const tc = useT('console');
  const [chosen, choose] = useParam('actor');
  const written = useWrittenActor();
  const [enter, entering] = useOpened<Figure>(
    (corrects, onClose) =>
      written !== null && (
        <ObservationDialog actor={written} corrects={corrects} onClose={onClose} />
      ),
  );
  const own = useAsk(OwnActor, {});
  const actors = useActors();
  const actor = chosen || (own.data?.ownWpsActor?.code ?? '');
  return (
    <Page
      title={tc('menu.indicators')}
      actions={
        written === null ? null : (
          <Button look="primary" onPress={() => enter(null)}>
            {t('edit.newFigure')}
          </Button>
        )
      }
    >
      <p>{t('indicators.about')}</p>
      <Answered query={actors}>
        {(all) => (
          <Stack>
            <div className={kit.filters}>
              <Choice
                label={t('plans.actor')}
                none={t('indicators.choose')}
                value={actor}
                options={all.map(({ code, name }) => [code, name])}
                onChange={choose}
              />
            </div>
            {actor === '' ? null : (
              <Figures actor={actor} onCorrect={actor === written ? enter : null} />
            )}
          </Stack>
        )}
      </Answered>
      {entering}
    </Page>
  );
}

function Figures({
  actor,
  onCorrect,
}: {
  readonly actor: string;
  /** Null where the observations are not hers to correct. */
  readonly onCorrect: ((figure: Figure) => void) | null;
}): ReactNode {
  const t = useT('console-agenda');
  const figures = useFigures(actor);
  const plans = useAsk(Targets, { actor });
  const targets = (plans.data?.actionPlans.edges ?? []).flatMap(({ node }) =>
    node.items.flatMap(({ indicators }) => indicators),
  );
  return (
    <Answered query={figures}>
      {(all) => {
        const indicators = byIndicator(all);
        return indicators.length === 0 ? (
          <Empty title={t('indicators.none')}>
            <p>{t('indicators.noneAbout')}</p>
          </Empty>
        ) : (
          <>
            <p>{t('indicators.counted', { count: indicators.length })}</p>
            <div className={css.multiples}>
              {indicators.map((ofOne) => {
                const { framework, code } = ofOne[0]!.indicator;
                const aimed = targets.find(
                  ({ alignedWith, target }) => target && alignedWith === `${framework}/${code}`,
                );
                return (
                  <IndicatorFigures
                    key={`${framework}/${code}`}
                    figures={ofOne}
                    target={aimed?.target ?? null}
                    onCorrect={onCorrect}
                  />
                );
              })}
            </div>
          </>
        );
      }}
    </Answered>
  );
}

/** Of each indicator its figures, by their last day. */
function byIndicator(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { id } = figure.indicator;
    found.set(id, [...(found.get(id) ?? []), figure]);
  }
  return [...found.values()].map((ofOne) =>
    ofOne.toSorted((a, b) => a.until.localeCompare(b.until)),
  );
}
