import { useState, type ReactNode } from 'react';
import type { OfficeTermInput, WholeActorQuery, WpsOfficeRole } from '../../../graph/types.js';
import { useAsk, useChange } from '../../../graph/use-graph.js';
import { useT } from '../../../i18n/translate.js';
import { Check, Choice, Line } from '../../../ui/fields.js';
import { SaveActor, WholeActor } from '../offices.graphql.js';
import { useActors } from '../use-all.js';
import { GROUPINGS, OFFICE_ROLES } from '../words.js';
import { FirstAndLast, type Days } from './parts.js';
import { SaveDialog, type ProblemAt } from './save-dialog.js';

/** A term of office, and whose it is. */
export interface Term {
  readonly actor: string;
  readonly grouping: string;
  readonly role: WpsOfficeRole;
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string;
}

type Actor = WholeActorQuery['wpsActor'];

/** For administrators: writes down that an actor holds an office in a network, changes that, or takes it out again. */
export function OfficeDialog({
  term,
  onClose,
}: {
  /** The one that is changed; null for a new one. */
  readonly term: Term | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT('console-offices');
  const ta = useT('console-agenda');
  const actors = useActors();
  const groupings = (actors.data ?? []).filter(({ kind }) => GROUPINGS.includes(kind));
  const [choice, setGrouping] = useState(term?.grouping ?? '');
  const grouping = choice || (groupings[0]?.code ?? '');
  const [actor, setActor] = useState(term?.actor ?? '');
  const [role, setRole] = useState<WpsOfficeRole>(term?.role ?? 'CHAIR');
  const [days, setDays] = useState<Days>({ from: term?.from ?? '', until: term?.until ?? '' });
  const { from, until } = days;
  const [source, setSource] = useState(term?.source ?? '');
  const [isWrong, setWrong] = useState(false);
  // What is read here is read anew after a conflict, and pressing again takes the step from there.
  const whole = useAsk(WholeActor, { code: actor }, { enabled: actor !== '' }).data?.wpsActor;
  const lacksSource = !isWrong && source.trim() === '';
  const written: OfficeTermInput = {
    grouping,
    role,
    from: from || null,
    until: until || null,
    source: source.trim(),
  };
  return (
    <SaveDialog
      title={t(term ? 'office.edit' : 'office.new')}
      {...(isWrong ? { action: ta('edit.remove'), look: 'danger', done: ta('edit.removed') } : {})}
      disabled={actor !== '' && whole === undefined}
      lacks={actor === '' || lacksSource}
      change={useChange(SaveActor)}
      variables={() => ({ input: withOffice(whole!, term, isWrong ? null : written) })}
      onClose={onClose}
    >
      {(problem) => {
        // The service names an office by its place among all of the actor.
        const at: ProblemAt = (field, lacks) =>
          problem(`offices.${whole ? placeOf(whole, term) : 0}.${field}`, lacks);
        return (
          <>
            <Choice
              label={t('grouping')}
              value={grouping}
              options={groupings.map((one) => [one.code, one.name])}
              onChange={setGrouping}
              disabled={isWrong}
              problem={at('grouping')}
            />
            <Choice
              label={t('office.role')}
              value={role}
              options={OFFICE_ROLES.map((each) => [each, t(`officeRole.${each}`)])}
              onChange={(one) => setRole(one || role)}
              disabled={isWrong}
            />
            <Choice
              label={t('office.actor')}
              none={t('office.chooseActor')}
              required
              value={actor}
              options={(actors.data ?? []).map((one) => [one.code, one.name])}
              onChange={setActor}
              disabled={term !== null}
              problem={problem('code', actor === '')}
            />
            <FirstAndLast days={days} onChange={setDays} disabled={isWrong} problem={at} />
            <Line
              label={ta('column.source')}
              hint={t('sourceHint')}
              required
              maxLength={500}
              value={source}
              onChange={setSource}
              disabled={isWrong}
              problem={at('source', lacksSource)}
            />
            {term ? <Check label={t('office.wrong')} value={isWrong} onChange={setWrong} /> : null}
          </>
        );
      }}
    </SaveDialog>
  );
}

/** Where a term of office stands among all of the actor; after them where it is new. */
function placeOf({ offices }: Actor, term: Term | null): number {
  const place = offices.findIndex(
    ({ grouping, role, from }) =>
      term?.grouping === grouping.code && term.role === role && term.from === from,
  );
  return place < 0 ? offices.length : place;
}

/** The whole actor with one term of office written anew, or taken out where there is none. */
function withOffice(actor: Actor, before: Term | null, after: OfficeTermInput | null) {
  const { code, revision, kind, fictional, names, parent, memberships, offices } = actor;
  const terms = offices.map(({ grouping, role, from, until, source }): OfficeTermInput => ({
    grouping: grouping.code,
    role,
    from,
    until,
    source,
  }));
  const place = placeOf(actor, before);
  return {
    code,
    revision,
    kind,
    fictional,
    names: names.map(({ language, text }) => ({ language, text })),
    parent: parent?.code ?? null,
    memberships: memberships.map(({ grouping, from, until, source, asOf }) => ({
      grouping: grouping.code,
      from,
      until,
      source,
      asOf,
    })),
    offices: terms.toSpliced(place, 1, ...(after === null ? [] : [after])),
  };
}
