import { SELECT_HER_RECORDS } from '#directory';
import type { PersonalDataPart } from '#identity';
import type { Vault } from '#vault';
import { openFeedback, openReply } from './feedback/sealed-feedback.js';
import { openIn } from './lesson/sealed-lessons.js';

interface Sealed {
  readonly id: string;
  readonly keyId: number;
  readonly sealed: Buffer;
}

/** What the other side said is hers to read once it is released. */
const FEEDBACK = `
SELECT f.id, f.side, to_jsonb(f.given_at) AS "givenAt", f.key_id AS "keyId", f.sealed,
  p.key_id AS "replyKeyId", p.sealed AS reply, to_jsonb(p.replied_at) AS "repliedAt"
FROM deployment_feedback f JOIN deployment d ON d.id = f.deployment_id
  LEFT JOIN feedback_round r ON r.deployment_id = d.id LEFT JOIN feedback_reply p ON p.feedback_id = f.id
WHERE d.mediator_id IN (${SELECT_HER_RECORDS}) AND (f.side = 'mediator' OR r.released_at IS NOT NULL)
ORDER BY f.id`;

const ROUNDS = `
SELECT to_jsonb(r.asked_at) AS "askedAt", to_jsonb(r.closes_at) AS "closesAt", to_jsonb(r.released_at) AS "releasedAt"
FROM feedback_round r JOIN deployment d ON d.id = r.deployment_id
WHERE d.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY d.id`;

const ANSWERS = `
SELECT a.id, to_jsonb(a.given_at) AS "givenAt", a.key_id AS "keyId", a.sealed
FROM after_action a JOIN deployment d ON d.id = a.deployment_id
WHERE d.mediator_id IN (${SELECT_HER_RECORDS}) AND a.side = 'mediator' ORDER BY a.id`;

/** That a lesson was drafted; what it says names nobody, and is everyone's where it is published. */
const LESSONS = `
SELECT l.state, to_jsonb(l.created_at) AS "draftedAt", l.published
FROM lesson l JOIN deployment d ON d.id = l.deployment_id
WHERE d.mediator_id IN (${SELECT_HER_RECORDS}) ORDER BY l.id`;

/** Those for which she was proposed, and those beside herself once the newcomer had agreed. */
const PLACES = `
SELECT a.form, a.state, to_jsonb(a.created_at) AS "proposedAt",
  a.mediator_id IN (${SELECT_HER_RECORDS}) AS newcomer
FROM alongside_place a JOIN deployment d ON d.id = a.deployment_id
WHERE a.mediator_id IN (${SELECT_HER_RECORDS})
  OR d.mediator_id IN (${SELECT_HER_RECORDS}) AND a.newcomer_agreed_at IS NOT NULL
ORDER BY a.id`;

const MENTORINGS = `
SELECT x.form, x.began_on::text AS "beganOn", x.ended_on::text AS "endedOn", x.mentor_id IN (${SELECT_HER_RECORDS}) AS mentor,
  CASE WHEN x.mentor_id IN (${SELECT_HER_RECORDS}) THEN x.shown_of_mentor ELSE x.shown_of_newcomer END AS shown
FROM mentoring x WHERE x.mentor_id IN (${SELECT_HER_RECORDS}) OR x.newcomer_id IN (${SELECT_HER_RECORDS}) ORDER BY x.id`;

/** A draft may name her. What is published names nobody, and stays. */
const FORGET_DRAFTS = `
DELETE FROM lesson l USING deployment d
WHERE d.id = l.deployment_id AND l.state = 'draft' AND d.mediator_id IN (${SELECT_HER_RECORDS})`;

/** The other's part stays, without her; nothing stays of which both are gone. */
const FORGET_MENTORINGS = `
WITH left_alone AS (
  UPDATE mentoring SET mentor_id = CASE WHEN mentor_id IN (${SELECT_HER_RECORDS}) THEN NULL ELSE mentor_id END,
    newcomer_id = CASE WHEN newcomer_id IN (${SELECT_HER_RECORDS}) THEN NULL ELSE newcomer_id END
  WHERE mentor_id IN (${SELECT_HER_RECORDS}) AND newcomer_id IS NOT NULL
    OR newcomer_id IN (${SELECT_HER_RECORDS}) AND mentor_id IS NOT NULL)
DELETE FROM mentoring WHERE mentor_id IN (${SELECT_HER_RECORDS}) AND newcomer_id IS NULL
  OR newcomer_id IN (${SELECT_HER_RECORDS}) AND mentor_id IS NULL`;

type FeedbackRow = Sealed & {
  readonly side: string;
  readonly givenAt: string;
  readonly replyKeyId: number | null;
  readonly reply: Buffer | null;
  readonly repliedAt: string | null;
};

/** What is held about a woman from looking back on her deployments. */
export function lookingBackParts(vault: Vault): PersonalDataPart[] {
  return [
    {
      name: 'deploymentFeedback',
      tables: ['deployment_feedback', 'feedback_reply'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) => {
        const rows = await tx.query<FeedbackRow>(FEEDBACK, [id]);
        return Promise.all(
          rows.map(async ({ side, givenAt, repliedAt, replyKeyId, reply, ...row }) => ({
            side,
            givenAt,
            ...(await openFeedback(vault, row)),
            reply:
              replyKeyId === null || reply === null
                ? null
                : await openReply(vault, { feedbackId: row.id, keyId: replyKeyId, sealed: reply }),
            repliedAt,
          })),
        );
      },
    },
    {
      name: 'feedbackRounds',
      tables: ['feedback_round'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) => tx.query(ROUNDS, [id]),
    },
    {
      name: 'afterAction',
      tables: ['after_action'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) => {
        const rows = await tx.query<Sealed & { readonly givenAt: string }>(ANSWERS, [id]);
        return Promise.all(
          rows.map(async ({ givenAt, ...row }) => ({
            givenAt,
            ...(await openIn(vault, 'after_action', row)),
          })),
        );
      },
    },
    {
      name: 'lessons',
      tables: ['lesson'],
      erasure: async (tx, id) => {
        await tx.query(FORGET_DRAFTS, [id]);
      },
      read: async (tx, _viewer, id) => tx.query(LESSONS, [id]),
    },
    {
      name: 'secondPlaces',
      tables: ['alongside_place'],
      erasure: 'goes-with-her-row',
      read: async (tx, _viewer, id) => tx.query(PLACES, [id]),
    },
    {
      name: 'mentorings',
      tables: ['mentoring'],
      erasure: async (tx, id) => {
        await tx.query(FORGET_MENTORINGS, [id]);
      },
      read: async (tx, _viewer, id) => tx.query(MENTORINGS, [id]),
    },
  ];
}
