import {
  ApplicationService,
  CallService,
  type ApplicationView,
  type CallDraft,
  type CallView,
} from '#applications';
import type { TestApi } from './api.js';
import { fill } from './fill.js';
import { lastLink } from './mails.js';
import { PageReader, type Changes } from './page-reader.js';
import { coordinatorViewer } from './viewers.js';

const TITLE = 'Mediators of the river basin';

/** A call that is open, in English and Arabic. */
export const CALL: CallDraft = {
  languages: ['en', 'fr', 'ar'],
  titles: { en: TITLE, fr: 'Médiatrices du bassin', ar: 'وسيطات حوض النهر' },
  criteria: { en: 'Women who mediate.\nAnywhere.', fr: 'Des femmes.', ar: 'نساء.' },
  opensOn: '2026-01-01',
  closesOn: null,
};

/** What a woman writes into the form. */
export const WRITTEN: Changes = {
  fullName: 'Amina Diallo',
  displayName: 'Amina',
  residence: 'Mali',
  language0: 'French',
  languageLevel0: 'C1',
  language1: 'Bambara',
  languageLevel1: 'native',
  topic0: 'mediation',
  topicLevel0: '2',
  territories: 'Mali\nNiger',
  years: '12',
  biography: 'I mediate between herders and farmers.',
  process0: 'Dialogue of the delta',
  processCountry0: 'Mali',
  processRole0: 'lead-mediator',
  processFrom0: '2015',
  processTo0: '2018',
  email: 'amina@example.org',
  telephone: '+1 202 555 0123',
  consents: ['LISTED', 'MATCHED'],
};

export type Applying = Awaited<ReturnType<typeof openCalls>>;

/** Two networks, a coordinator of each, and an open call of the first. */
export async function openCalls(api: TestApi) {
  const { networks } = api.services;
  await fill(api.services, 'acacia', []);
  await fill(api.services, 'fjord', []);
  const idOf = async (slug: string) => (await networks.bySlug(slug))?.id ?? '';
  const ada = coordinatorViewer(await idOf('acacia'));
  const fay = coordinatorViewer(await idOf('fjord'));
  const calls = api.app.get(CallService);
  const applications = api.app.get(ApplicationService);
  const [acacia = ''] = ada.networkIds;
  const open = async (draft: Partial<CallDraft> = {}): Promise<CallView> => {
    const { id, revision } = await calls.create(ada, acacia, { ...CALL, ...draft });
    return calls.open(ada, id, revision);
  };
  const call = await open();
  const addressOf = (id: string) => `/apply/acacia/${id}`;
  const path = addressOf(call.id);
  /** Sends the form of a call, as a stranger. */
  const apply = async (changes: Changes = {}, at = path, lang = 'en'): Promise<PageReader> => {
    // Who sends forms is counted, and this is one test.
    await api.services.database.query('DELETE FROM attempt');
    const she = await new PageReader(api).open(`${at}?lang=${lang}`);
    return she.submit(`${at}?lang=${lang}`, { ...WRITTEN, ...changes });
  };
  /** Opens the link of the last mail to an address, and presses a button of its page. */
  const press = async (step: 'confirm' | 'withdraw', email = 'amina@example.org') => {
    const she = await new PageReader(api).open(await lastLink(api, email));
    return she.submit(`/link/application/${step}`);
  };
  return {
    ada,
    fay,
    calls,
    applications,
    call,
    path,
    addressOf,
    open,
    apply,
    press,
    /** What the desk of the first network sees. */
    desk: async (): Promise<readonly ApplicationView[]> => {
      const page = { first: 50 };
      return (await applications.list(ada, { networkId: acacia }, page)).items;
    },
    /** Applies and confirms; gives what the desk sees of it. */
    submit: async (changes: Changes = {}): Promise<ApplicationView> => {
      await apply(changes);
      await press('confirm', String(changes.email ?? WRITTEN.email));
      const { items } = await applications.list(ada, { networkId: acacia }, { first: 50 });
      const last = items.at(-1);
      if (!last) throw new Error('The application did not arrive.');
      return last;
    },
    clear: async () => {
      await api.services.database.query('DELETE FROM membership_application');
      await api.services.database.query('DELETE FROM mediator');
      await api.services.database.query('DELETE FROM mail_message');
      await api.services.database.query('DELETE FROM graphile_worker._private_jobs');
    },
  };
}
