import { useState, type ReactNode } from 'react';
import type { PlanTextField } from '../../../graph/types.js';
import { useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Button } from '../../../ui/button.js';
import { Check } from '../../../ui/fields.js';
import kit from '../../../ui/kit.module.css';
import { StepDialog } from '../../../ui/step-dialog.js';
import { RedactPlanText } from '../agenda.graphql.js';

/** A text in which a person can be named, with what it is called. */
type NamingText = readonly [field: PlanTextField, label: string, text: string | null | undefined];

/**
 * Takes texts that name a person out of a plan, an item or an involvement, in whichever state the plan is. Nothing is offered
 * where there is no such text.
 */
export function TakeNameOut({
  part: { id, revision },
  words,
  texts,
  small = false,
}: {
  readonly part: { readonly id: string; readonly revision: number };
  /** The part, in words. */
  readonly words: string;
  readonly texts: readonly NamingText[];
  readonly small?: boolean;
}): ReactNode {
  const t = useT('console-agenda');
  const change = useChange(RedactPlanText);
  const [chosen, setChosen] = useState<readonly PlanTextField[] | null>(null);
  const written = texts.filter(([, , text]) => text);
  if (written.length === 0) return null;
  return (
    <>
      <Button
        small={small}
        aria-label={t('redact.of', { what: words })}
        onPress={() => setChosen([])}
      >
        {t('redact.open')}
      </Button>
      {chosen === null ? null : (
        <StepDialog
          title={t('redact.open')}
          action={t('redact.open')}
          look="danger"
          lacks={chosen.length === 0}
          change={change}
          variables={() => ({ id, revision, fields: [...chosen] })}
          done={t('redact.done')}
          onClose={() => setChosen(null)}
        >
          {(_refused, isTried) => (
            <>
              <p>{t('redact.about')}</p>
              <fieldset className={kit.group}>
                <legend className={kit.label}>{t('redact.fields')}</legend>
                {written.map(([field, label, text]) => (
                  <div key={field}>
                    <Check
                      label={label}
                      value={chosen.includes(field)}
                      onChange={(on) =>
                        setChosen(on ? [...chosen, field] : chosen.filter((each) => each !== field))
                      }
                    />
                    <p>
                      <bdi>{text}</bdi>
                    </p>
                  </div>
                ))}
              </fieldset>
              {isTried && chosen.length === 0 ? (
                <p role="alert" className={kit.problem}>
                  {t('redact.choose')}
                </p>
              ) : null}
            </>
          )}
        </StepDialog>
      )}
    </>
  );
}
