import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NeedAlertJob } from '#engagement';
import { AcrossSearch, DuplicateSearch } from '#directory';
import { emailIndex, OPERATOR, PUBLIC_VIEWER, systemViewer, type Viewer } from '#identity';
import { FeedJob } from '#following';
import { MetricsService, ScarcityReleases } from '#metrics';
import fc from 'fast-check';
import type { DocumentNode } from 'graphql';
import { GraphqlOptions } from '../../apps/api/src/graphql/options.js';
import { makeAccount, ORGANIZATION } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import type { PageReader } from '../support/page-reader.js';
import { atHerPage } from '../support/woman.js';
import { isListed, twinsFor, type Eyes } from '../support/noninterference/hidden.js';
import { hiddenNeeds, type HiddenNeed } from '../support/noninterference/others.js';
import {
  askAll,
  askFields,
  askPublicPages,
  askRefused,
  KNOWN_ADDRESS,
  QUESTIONS,
  WRONG_ON_PURPOSE,
  type Asked,
} from '../support/noninterference/questions.js';
import { Programs } from '../support/noninterference/programs.js';
import { Recorder, Selections, type Recorded } from '../support/noninterference/recorder.js';
import { DirectoryStore } from '../support/noninterference/store.js';
import {
  NETWORKS,
  twinWoman,
  type NetworkSlug,
  type TwinWoman,
  type Woman,
} from '../support/noninterference/women.js';
import {
  coordinatorViewer,
  mediatorViewer,
  organizerViewer,
  viewersOfTest,
} from '../support/viewers.js';

/**
 * Noninterference (Goguen and Meseguer 1982): in two directories that differ only in what a viewer may
 * not see, every answer to her is the same, and so is what the database is asked for it. What is hidden
 * from whom is in test/support/noninterference/hidden.ts, written by hand. The exceptions are named in
 * docs/inference.md: they are what both directories of a pair have in common.
 *
 * NONINTERFERENCE_PAIRS sets how many pairs are tried, FAST_CHECK_SEED from where.
 */
const PAIRS = Number(process.env.NONINTERFERENCE_PAIRS ?? 5);
const SEED = Number(process.env.FAST_CHECK_SEED ?? 2026);

/** Milliseconds. How long it takes depends on how many pairs are tried, and on the machine. */
const LONG = 3_600_000;

/** Viewers who are asked for in turn. */
const WHO = ['public', 'organizer', 'focalPoint', 'coordinator', 'ownOrganizer'] as const;
type Who = (typeof WHO)[number];

interface Pair {
  readonly women: readonly TwinWoman[];
  readonly needs: readonly HiddenNeed[];
  readonly otherNeeds: readonly HiddenNeed[];
}

/** Merged are only women whom nobody has on a list of her own: see docs/inference.md. */
const FIRST_MERGED = 8;

const pair: fc.Arbitrary<Pair> = fc.record({
  women: fc
    .array(twinWoman, { minLength: 15, maxLength: 40, size: 'max' })
    .map((women) =>
      women.map((woman, n) => (n < FIRST_MERGED ? kept(woman) : mergedInFirst(woman))),
    ),
  needs: hiddenNeeds,
  otherNeeds: hiddenNeeds,
});

function kept({ shape, otherShape, ...rest }: TwinWoman): TwinWoman {
  return {
    ...rest,
    shape: { ...shape, merged: false },
    otherShape: { ...otherShape, merged: false },
  };
}

function withdrawn({ shape, ...rest }: TwinWoman): TwinWoman {
  return { ...rest, shape: { ...shape, state: 'withdrawn', networks: ['acacia'] } };
}

/** A record that was merged brings its networks to the woman who stands for it: the first is of acacia anyway. */
function mergedInFirst({ shape, otherShape, ...rest }: TwinWoman): TwinWoman {
  const of = (each: TwinWoman['shape']) =>
    each.merged ? { ...each, networks: ['acacia' as const] } : each;
  return { ...rest, shape: of(shape), otherShape: of(otherShape) };
}

/** A woman of whom everybody sees what is open by standard. */
const SEEN = {
  state: 'published',
  listed: true,
  matched: true,
  linked: true,
  pseudonymous: false,
  networks: ['acacia' as const],
  audience: {},
  merged: false,
};

describe('what a viewer may not see', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let store: DirectoryStore;
  let programs: Programs;
  let selections: Selections;
  let viewerOf: Record<Who, Viewer>;
  let networks: Record<NetworkSlug, string>;
  let organizations: { own: string; others: string };

  beforeAll(async () => {
    const limits = {
      BARAZA_MAX_DEPTH: '30',
      BARAZA_MAX_ALIASES: '1000',
      BARAZA_MAX_FIELDS: '5000',
      BARAZA_MAX_TOKENS: '20000',
      BARAZA_ANONYMOUS_COST: '10000000',
      BARAZA_ACCOUNT_COST: '10000000',
    };
    const receivers = { BARAZA_WEBHOOK_NETWORKS: '127.0.0.1' };
    keepLongDocuments();
    api = await openTestApi({ ...limits, ...receivers }, viewers);
    for (const slug of NETWORKS) {
      await api.services.networks.create(OPERATOR, { slug, names: { en: slug }, fictional: true });
    }
    const idOfNetwork = async (slug: string) =>
      (await api.services.networks.bySlug(slug))?.id ?? '';
    networks = {
      acacia: await idOfNetwork('acacia'),
      baobab: await idOfNetwork('baobab'),
      fjord: await idOfNetwork('fjord'),
    };
    const organization = async () => {
      const { id } = await api.services.identity.organizations.create(OPERATOR, ORGANIZATION);
      return id;
    };
    organizations = { own: await organization(), others: await organization() };
    const { own } = organizations;
    viewerOf = {
      public: PUBLIC_VIEWER,
      organizer: organizerViewer(),
      ownOrganizer: { ...organizerViewer(), organizationId: own },
      focalPoint: { ...organizerViewer(), grants: ['anyone', 'user', 'focal-point'] },
      coordinator: coordinatorViewer(networks.fjord),
    };
    viewerOf.organizer = { ...viewerOf.organizer, organizationId: await organization() };
    const sealer = await api.services.database.transaction((tx) => api.services.vault.sealer(tx));
    store = await DirectoryStore.open(api.settings.databaseUrl ?? '', {
      networks,
      ...organizations,
      alerted: (await makeAccount(api.services, { role: 'organizer' })).id,
      sealer,
      knownAddress: emailIndex(api.services.vault, KNOWN_ADDRESS),
    });
    programs = await Programs.open(api, networks.fjord);
    selections = await Selections.of(api);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await programs.close();
    await store.close();
    await api.close();
  });

  it('is asked for in every field of the graph', () => {
    expect(Object.keys(QUESTIONS).toSorted()).toEqual(selections.queries().toSorted());
  });

  it(
    'is told from what she may see',
    async () => {
      // One directory of all: whether this test can see a difference must not depend on the draw.
      const [directory] = fc.sample(pair, { seed: 2026, numRuns: 1 }) as [Pair];
      const fields = ['mediators', 'mediator', 'matchCandidates'];
      const onTrack = (track: string) =>
        directory.women.map((woman) => ({
          ...woman,
          shape: SEEN,
          held: { ...woman.held, tracks: [track] },
        }));
      const women = onTrack('1');
      const answers = async () => {
        const recorder = new Recorder(api, headersOf('public'));
        await askFields(fields, recorder, selections, askedOf(women));
        return recorder.recorded;
      };
      await build({ ...directory, women });
      expect(programs.messages('VETTED')).toHaveLength(2);
      const before = await answers();
      programs.forget();
      await store.write([...onTrack('3').entries()].slice(0, 1));
      await index([0]);
      const told = differences('public', before, await answers());
      const message = programs.messages('PUBLIC');
      expect(message).toHaveLength(1);
      // Beside something that is hidden she is told the same, and in the same way.
      const twins = twinsFor({ clearance: 'PUBLIC', curates: null }, women);
      programs.forget();
      await store.write([...women.entries()].slice(0, 1));
      await store.write([...twins.entries()].slice(1));
      await index([]);
      expect(programs.messages('PUBLIC')).toEqual(message);
      expect(new Set(told.map(({ question }) => question.split(' ')[0]))).toEqual(new Set(fields));
    },
    LONG,
  );

  it(
    'changes no answer to her',
    async () => {
      const began = Date.now();
      let [pairs, answers] = [0, 0];
      const directories = fc.sample(pair, { seed: SEED, numRuns: Math.ceil(PAIRS / WHO.length) });
      for (const [n, each] of directories.entries()) {
        await build(each);
        for (const who of WHO.slice(0, PAIRS - pairs)) {
          const compared = await compare(each, who);
          expect({ directory: n, told: compared.told.slice(0, 5) }).toEqual({
            directory: n,
            told: [],
          });
          answers += compared.answers;
          pairs += 1;
        }
        process.stdout.write(
          `Noninterference: ${pairs} pairs of directories, ${answers} answers compared, seed ${SEED}, ${seconds(began)} s\n`,
        );
      }
      expect(pairs).toBe(PAIRS);
    },
    LONG,
  );

  it(
    'is answered alike of who was erased and who only withdrew',
    async () => {
      for (const some of fc.sample(pair, { seed: SEED, numRuns: Math.ceil(PAIRS / 10) })) {
        // Some of those whom the own organizer has on her list.
        const each = { ...some, women: some.women.map((one, n) => (n < 3 ? withdrawn(one) : one)) };
        for (const who of ['public', 'ownOrganizer', 'coordinator'] as const) {
          await build(each);
          const before = await answersTo(who, each.women);
          const gone = each.women.flatMap(({ shape }, n) =>
            isListed(shape) || shape.merged || shape.networks.includes('fjord') ? [] : [n],
          );
          for (const n of gone) await api.services.erasure.erase(OPERATOR, store.womanId(n));
          await index([]);
          const answers = (all: readonly Recorded[]) =>
            all.map((one) => ({ ...one, statements: [] }));
          expect(
            differences(who, answers(before), answers(await answersTo(who, each.women))),
          ).toEqual([]);
        }
      }
    },
    LONG,
  );

  it(
    'changes nothing of the entries that may be hers',
    async () => {
      // One woman under her name and one under a code name ask; the others are called as they are, so that all look alike.
      const [{ women, needs }] = fc.sample(pair, { seed: SEED, numRuns: 1 }) as [Pair];
      const named = { fullName: 'Zuwena Diallo', displayName: 'Zuwena Diallo' };
      const alike = women.slice(0, 15).map((one, n) => {
        const held = { ...one.held, ...named };
        if (n > 1) return { ...one, shape: { ...SEEN, audience: one.shape.audience }, held };
        return { ...one, shape: { ...SEEN, pseudonymous: n === 1 }, held };
      });
      const twins = twinsFor({ clearance: 'PUBLIC', curates: null }, alike);
      const answers = async (readers: readonly PageReader[]) => {
        const all: Recorded[] = [];
        for (const [n, { cookies }] of readers.entries()) {
          const recorder = new Recorder(api, viewers.as(mediatorViewer(store.womanId(n))));
          await askFields(['myDirectories', 'myLinks'], recorder, selections, askedOf(alike));
          const cookie = Array.from(cookies, (each) => each.join('=')).join('; ');
          const page = new Recorder(api, { cookie });
          await page.page('/me/consents/entries');
          await page.page('/me/consents/directories');
          all.push(...recorder.recorded, ...page.recorded);
        }
        return all;
      };
      await build({ women: alike, needs, otherNeeds: needs });
      const signedIn = await Promise.all(
        [0, 1].map(async (n) => {
          const her = { role: 'mediator', mediatorId: store.womanId(n) } as const;
          return atHerPage(api, await makeAccount(api.services, her));
        }),
      );
      const before = await answers(signedIn);
      const shown = before.filter(({ answer }) => answer.includes('Zuwena Diallo'));
      expect(shown).toHaveLength(4);
      const changed = [...twins.entries()].slice(2);
      await store.write(changed);
      await index(changed.map(([n]) => n));
      expect(differences('public', before, await answers(signedIn))).toEqual([]);
      await api.services.database.query('DELETE FROM account WHERE mediator_id IS NOT NULL');
    },
    LONG,
  );

  /** The first directory of each pair: the second begins from it. */
  async function build({ women, needs }: Pair): Promise<void> {
    await store.clear();
    await store.write([...women.entries()]);
    await store.writeOwn(women.length);
    await store.writeHidden(needs, women.length, organizations.others);
    await store.forgetQuarters();
    // Classes and statistics are published; what is published is not hidden.
    await api.services.pseudonyms.renew(systemViewer('pseudonyms'));
    programs.forget();
    await index(women.map((_, n) => n));
    await api.services.exposure.report(OPERATOR, {}, null);
    await api.app.get(MetricsService).report(OPERATOR, { scope: 'all' });
    await api.app.get(ScarcityReleases).map(OPERATOR);
  }

  async function index(places: readonly number[]): Promise<void> {
    await api.services.indexSync.handle();
    await api.app.get(DuplicateSearch).handle();
    await api.app.get(AcrossSearch).handle();
    await api.services.pools.catchUp();
    await api.app.get(FeedJob).handle();
    await api.app.get(NeedAlertJob).handle();
    await store.tellAtOnce();
    await programs.send();
    await api.services.profiles.viewsByIds(
      OPERATOR,
      places.map((n) => store.womanId(n)),
    );
  }

  async function compare(
    directories: Pair,
    who: Who,
  ): Promise<{ answers: number; told: object[] }> {
    const { women, needs, otherNeeds } = directories;
    const eyes: Eyes = {
      clearance: who === 'public' ? 'PUBLIC' : 'VETTED',
      curates: who === 'coordinator' ? 'fjord' : null,
    };
    const before = await answersTo(who, women);
    await expectRefused(who, women);
    const twins = twinsFor(eyes, women);
    const changed = twins.flatMap((twin, n): (readonly [number, Woman])[] =>
      JSON.stringify(twin) === JSON.stringify({ shape: women[n]?.shape, held: women[n]?.held })
        ? []
        : [[n, twin]],
    );
    programs.forget();
    await store.write(changed);
    await store.writeHidden(otherNeeds, women.length, organizations.others);
    await index(changed.map(([n]) => n));
    expect(programs.messages(eyes.clearance)).toEqual([]);
    const after = await answersTo(who, women);
    // Back to the first directory, for the next viewer.
    await store.write(changed.map(([n]) => [n, women[n]!] as const));
    await store.writeHidden(needs, women.length, organizations.others);
    await index(changed.map(([n]) => n));
    return { answers: before.length, told: differences(who, before, after) };
  }

  async function answersTo(who: Who, women: readonly TwinWoman[]): Promise<Recorded[]> {
    const asked = askedOf(women);
    // Whom she was shown for a need of her own is written down at the first asking.
    if (who === 'ownOrganizer') {
      await askFields(['matchCandidates'], new Recorder(api, headersOf(who)), selections, asked);
    }
    const recorder = new Recorder(api, headersOf(who));
    await askAll(recorder, selections, asked);
    if (who === 'public') await askPublicPages(recorder, asked);
    return recorder.recorded;
  }

  /** To all but her curators a Profile id is as unknown as a made-up one. */
  async function expectRefused(who: Who, women: readonly TwinWoman[]): Promise<void> {
    // The id of a record that was merged leads to the woman who stands for it, and she may be of fjord.
    const stranger = women.findIndex(
      ({ shape }) => !shape.merged && !shape.networks.includes('fjord'),
    );
    const recorder = new Recorder(api, headersOf(who));
    const refused = await askRefused(recorder, store.womanId(stranger), networks.acacia);
    for (const [known, unknown] of refused) expect(known).toBe(unknown);
  }

  function headersOf(who: Who): Record<string, string> {
    return who === 'public' ? {} : viewers.as(viewerOf[who]);
  }

  function askedOf(women: readonly TwinWoman[]): Asked {
    const keys = women.map((_, n) => store.womanId(n));
    return {
      keys,
      women: women.map((_, n) => store.publicId(n)),
      networks: Object.values(networks),
    };
  }
});

/** What selects everything is as long as a book and is asked hundreds of times: it is read and checked once, as short documents are. */
function keepLongDocuments(): void {
  const options = jest.spyOn(GraphqlOptions.prototype, 'createGqlOptions');
  const asUsual = options.getMockImplementation()!;
  options.mockImplementation(function withThem(this: GraphqlOptions) {
    return { ...asUsual.call(this), documentStore: new InMemoryLRUCache<DocumentNode>() };
  });
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** Which questions tell what, and how; and which are not understood, for they would tell nothing. */
function differences(
  who: Who,
  before: readonly Recorded[],
  after: readonly Recorded[],
): { who: Who; question: string; told: string[] }[] {
  return before.flatMap((one, i) => {
    const other = after[i];
    const told = [
      ...(one.question === other?.question ? [] : ['It is asked otherwise.']),
      ...(isUnderstood(one) ? [] : [one.answer.slice(0, 400)]),
      ...difference(one.answer, other?.answer ?? ''),
      ...difference(one.statements.join('\n'), other?.statements.join('\n') ?? ''),
    ];
    return told.length > 0 ? [{ who, question: one.question.slice(0, 300), told }] : [];
  });
}

/** A refusal is an answer; all else says that a question was wrong, or failed. */
const WRONG_FIELD =
  /"FieldError_code":"(?!NOT_PERMITTED")|"code":"(?:MALFORMED|OUT_OF_RANGE|MISSING)"/;
const FAILED =
  /\n\{"errors":.*"code":"(?!NOT_PERMITTED|NOT_FOUND|UNAUTHENTICATED|VALIDATION_ERROR)/;

function isUnderstood({ question, answer }: Recorded): boolean {
  return WRONG_ON_PURPOSE.test(question) || !(WRONG_FIELD.test(answer) || FAILED.test(answer));
}

/** Both texts from shortly before where they part. */
function difference(one: string, other: string): string[] {
  if (one === other) return [];
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 120);
  return [`${one.slice(from, at + 160)}  <-->  ${other.slice(from, at + 160)}`];
}
