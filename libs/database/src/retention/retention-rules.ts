/** Rows whose time is over. */
export interface Expiry {
  readonly table: string;
  /** A condition on its columns, in which `$1` is the present moment. */
  readonly over: string;
}

/** How long one kind of data is kept. */
export interface RetentionRule {
  /** The kind of data, in words. */
  readonly data: string;
  /** All tables that hold it. */
  readonly tables: readonly string[];
  /** How long it is kept, in words. */
  readonly period: string;
  /** What it is kept for so long, or by which rule. */
  readonly basis: string;
  /** What the nightly job removes; left out where nothing ends by time. Rows that belong to these go with them. */
  readonly expiry?: readonly Expiry[];
  /** Whether a small number of its rows could tell of a person. */
  readonly personal: boolean;
}

/** Days after which rows are removed that other rooms reckon with, too. */
export const RETENTION_DAYS = {
  /** A team that was worked out: long enough to decide on it. */
  teamRun: 30,
  /** An application that nobody has confirmed. */
  unconfirmedApplication: 7,
  /** An application that was answered or withdrawn. */
  decidedApplication: 90,
  /** What was refused. The database lets nothing younger be removed. */
  securityEvent: 90,
} as const;

const days = (column: string, count: number): string =>
  `${column} < $1::timestamptz - interval '${count} days'`;
const past = (column: string): string => `${column} < $1::timestamptz`;

const ERASED = 'until she is erased, or her last network has let her go and she asks';

/**
 * The periods of all data: every table of the database is in one rule, which a test compares with the database. What a woman
 * asks to be erased goes at once, whatever is said here.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    data: 'Profiles, with what sources state and their history',
    tables: [
      'mediator',
      'mediator_language',
      'mediator_territory',
      'mediator_expertise',
      'experience',
      'affiliation',
      'profile_evidence',
      'profile_field_change',
      'profile_import',
      'profile_merge',
      'profile_note',
      'profile_reminder',
      'profile_revision',
      'profile_step',
      'correction',
      'pseudonym',
      'pseudonym_class',
    ],
    period: ERASED,
    basis: 'her consent to be listed; history shows her and her curators who changed what',
    personal: true,
  },
  {
    data: 'Contact data, and who looked at it or changed it',
    tables: ['mediator_contact', 'contact_access', 'contact_change'],
    period: ERASED,
    basis: 'her consent to be contacted; she reads who looked',
    personal: true,
  },
  {
    data: 'Consents, with their proofs and objections',
    tables: ['consent', 'consent_proof', 'consent_objection', 'audience_consent'],
    period: ERASED,
    basis: 'the duty to show that she agreed (GDPR, article 7)',
    personal: true,
  },
  {
    data: 'What is left of the erased: keyed fingerprints',
    tables: ['erased_key', 'mediator_erased'],
    period: 'without end',
    basis: 'so that no import and no backup brings her back',
    personal: true,
  },
  {
    data: 'Networks, and where and when they answer',
    tables: ['network', 'network_desk', 'desk_member'],
    period: 'as long as the network exists',
    basis: 'the directory is made of them',
    personal: false,
  },
  {
    data: 'Women hidden in an emergency',
    tables: ['hiding', 'hiding_mediator'],
    period: '2 years after they were brought back',
    basis: 'looking back on an emergency',
    expiry: [{ table: 'hiding', over: days('lifted_at', 730) }],
    personal: true,
  },
  {
    data: 'Data in wrong hands: what happened, whom it concerned, who was told',
    tables: ['breach', 'breach_mediator'],
    period: '5 years after it became known',
    basis: 'the duty to document breaches and to tell those concerned (GDPR, articles 33 and 34)',
    expiry: [{ table: 'breach', over: days('known_at', 5 * 365) }],
    personal: true,
  },
  {
    data: 'Copies that left Baraza: who has them, and of whom',
    tables: ['issued_copy', 'issued_copy_mediator'],
    period: '2 years; that a briefing was recalled, without the women, without end',
    basis: 'calling copies back for good, and telling her who received her data (GDPR, article 15)',
    expiry: [
      {
        table: 'issued_copy',
        over: `${days('issued_at', 730)} AND (recalled_at IS NULL OR kind <> 'briefing')`,
      },
      {
        table: 'issued_copy_mediator',
        over: `copy_id IN (SELECT id FROM issued_copy WHERE ${days('issued_at', 730)})`,
      },
    ],
    personal: true,
  },
  {
    data: 'Imports: rejected rows, sealed; numbers that were seen',
    tables: ['import_reject', 'import_seen'],
    period: 'until the next import of the network',
    basis: 'mending the list',
    personal: true,
  },
  {
    data: 'How lists of a network are read: what columns and words mean, sealed',
    tables: ['import_memory'],
    period: '400 days after a list was last read so, or until a woman of the network is erased',
    basis: 'reading the list of the next year in the same way',
    expiry: [{ table: 'import_memory', over: days('used_at', 400) }],
    personal: true,
  },
  {
    data: 'Lists that were uploaded, sealed',
    tables: ['staged_import', 'staged_row', 'staged_part', 'staged_fix'],
    period: '14 days; looked at each hour',
    basis: 'finishing the import and undoing it',
    personal: true,
  },
  {
    data: 'Records that are perhaps of one woman, and what was decided of them',
    tables: ['duplicate_search', 'duplicate_pair', 'duplicate_look', 'duplicate_decision'],
    period: ERASED,
    basis: 'not asking the same question again',
    personal: true,
  },
  {
    data: 'Exchanges with other installations, and their secrets, sealed',
    tables: ['exchange_run', 'exchange_secret', 'exchange_entry'],
    period: 'secrets until the exchange is over, 14 days at most; that it took place 400 days',
    basis: 'taking no file twice, and no guesses more often than once in four weeks',
    expiry: [
      { table: 'exchange_secret', over: past('expires_at') },
      { table: 'exchange_run', over: days('begun_at', 400) },
    ],
    personal: true,
  },
  {
    data: 'What mediators said of other installations, and where they are listed, too',
    tables: ['exchange_consent', 'listed_elsewhere'],
    period: ERASED,
    basis: 'the duty to show that she agreed; not asking the same question again',
    personal: true,
  },
  {
    data: 'Keys of this installation, and its partners',
    tables: ['installation_key', 'exchange_partner'],
    period: 'without end',
    basis: 'knowing with whom lists were compared; they name nobody',
    personal: false,
  },
  {
    data: 'Documents of the search engine, made from profiles',
    tables: [
      'search.document_public',
      'search.document_vetted',
      'search_pending',
      'search_set_aside',
      'search_withheld',
    ],
    period: 'as long as the profile is shown',
    basis: 'finding women',
    personal: true,
  },
  {
    data: 'Calls of networks for members',
    tables: ['membership_call'],
    period: 'as long as the network exists',
    basis: 'they are public',
    personal: false,
  },
  {
    data: 'Applications of women to networks',
    tables: ['membership_application'],
    period: `${RETENTION_DAYS.unconfirmedApplication} days unconfirmed; ${RETENTION_DAYS.decidedApplication} days after the answer`,
    basis: 'answering her, and questions about the answer',
    expiry: [
      {
        table: 'membership_application',
        over: `state = 'unconfirmed' AND ${days('created_at', RETENTION_DAYS.unconfirmedApplication)}`,
      },
      {
        // She is told of a day: all of that day is hers.
        table: 'membership_application',
        over: days('decided_at', RETENTION_DAYS.decidedApplication + 1),
      },
    ],
    personal: true,
  },
  {
    data: 'Peace processes, needs and shortlists, with feedback and readers',
    tables: [
      'peace_process',
      'need',
      'terms_version',
      'shortlist',
      'shortlist_entry',
      'shortlist_feedback',
      'shortlist_gone',
      'shortlist_share',
    ],
    period: 'as long as the organization keeps them; a woman’s entries until she is erased',
    basis: 'accounting for a choice',
    personal: true,
  },
  {
    data: 'Who came before organizers: rows, and sums of quarters',
    tables: ['exposure', 'exposure_quarter'],
    period: `rows ${ERASED}; sums without end`,
    basis: 'fair exposure; sums name nobody and count five at least',
    personal: true,
  },
  {
    data: 'Who wants to be told of others for a need, and who was eligible then',
    tables: ['need_alert', 'need_watch', 'need_watch_woman'],
    period: `until the need has ended or nobody wants to be told; a woman’s row ${ERASED}`,
    basis: 'telling organizers once of whoever becomes eligible',
    personal: true,
  },
  {
    data: 'Teams that were worked out',
    tables: ['team_run', 'team_run_mediator'],
    period: `${RETENTION_DAYS.teamRun} days`,
    basis: 'deciding on a team',
    expiry: [{ table: 'team_run', over: days('created_at', RETENTION_DAYS.teamRun) }],
    personal: true,
  },
  {
    data: 'Introductions, with messages and how she wants to be asked',
    tables: [
      'introduction',
      'introduction_contact_read',
      'introduction_shown',
      'introduction_step',
      'relay_message',
      'mediator_preference',
    ],
    period: ERASED,
    basis: 'the steps of an ask, which both sides can read again',
    personal: true,
  },
  {
    data: 'Deployments, with clearance, check-ins and incidents',
    tables: [
      'deployment',
      'deployment_gone',
      'clearance_line',
      'check_in',
      'incident',
      'emergency_opening',
      'alongside_place',
      'mentoring',
    ],
    period: ERASED,
    basis: 'duty of care while she is at work and after',
    personal: true,
  },
  {
    data: 'Feedback after deployments, lessons and figures of organizers',
    tables: [
      'deployment_feedback',
      'feedback_reply',
      'feedback_round',
      'after_action',
      'lesson',
      'organizer_figure',
    ],
    period: `what names her ${ERASED}; published lessons and figures without end`,
    basis: 'learning from deployments; figures count five at least',
    personal: true,
  },
  {
    data: 'Metrics of quarters, and where mediators were few',
    tables: ['metric_quarter', 'scarcity_quarter'],
    period: 'without end',
    basis: 'they name nobody and count five at least',
    personal: false,
  },
  {
    data: 'Accounts, their roles, credentials and views',
    tables: [
      'account',
      'account_password',
      'account_role',
      'account_totp',
      'recovery_code',
      'openid_identity',
      'saved_view',
    ],
    period: 'as long as the account exists',
    basis: 'signing in',
    personal: true,
  },
  {
    data: 'Which mails about the agenda somebody wants, and which were sent',
    tables: ['wps_mail_choice', 'wps_mail_told'],
    period: 'as long as the account exists; what was sent 60 days',
    basis: 'telling people once of what their state or organization owes',
    expiry: [{ table: 'wps_mail_told', over: days('told_on', 60) }],
    personal: true,
  },
  {
    data: 'Organizations and programs, and how they sign in',
    tables: ['organization', 'openid_provider', 'service_account', 'signing_key'],
    period: 'as long as they exist; a signing key until no token of it is valid',
    basis: 'signing in, and knowing for whom somebody acts',
    personal: false,
  },
  {
    data: 'Sessions and their tokens',
    tables: ['session', 'refresh_token'],
    period: '7 days after they ended',
    basis: 'showing where an account was used',
    expiry: [{ table: 'session', over: days('coalesce(ended_at, expires_at)', 7) }],
    personal: true,
  },
  {
    data: 'Links that work once, and requests for them',
    tables: ['one_time_link', 'link_request', 'registration'],
    period: 'links until they expire; requests 2 days',
    basis: 'following the link',
    expiry: [
      { table: 'one_time_link', over: past('expires_at') },
      { table: 'registration', over: days('created_at', 2) },
      { table: 'link_request', over: days('created_at', 2) },
    ],
    personal: true,
  },
  {
    data: 'Invitations',
    tables: ['invitation'],
    period: '37 days, once they are answered or expired',
    basis: 'seeing who was invited',
    expiry: [
      {
        table: 'invitation',
        over: `(state <> 'open' OR ${past('expires_at')}) AND ${days('created_at', 37)}`,
      },
    ],
    personal: true,
  },
  {
    data: 'Keys of changes that may be sent again: hashes, and what was changed',
    tables: ['idempotency_key'],
    period: '1 day',
    basis: 'making a change once although its answer got lost',
    expiry: [{ table: 'idempotency_key', over: days('claimed_at', 1) }],
    personal: true,
  },
  {
    data: 'Attempts to sign in, and how much was asked',
    tables: ['attempt', 'request_usage', 'request_running'],
    period: '1 day; limits until they end',
    basis: 'keeping guessers and overload away',
    expiry: [
      { table: 'attempt', over: days('at', 1) },
      { table: 'request_usage', over: past('until') },
      { table: 'request_running', over: days('at', 1) },
    ],
    personal: true,
  },
  {
    data: 'What was refused: who asked, for what, why, in which minute and how often',
    tables: ['security_event'],
    period: `${RETENTION_DAYS.securityEvent} days`,
    basis: 'finding out what somebody tried who was not let in',
    expiry: [{ table: 'security_event', over: days('minute', RETENTION_DAYS.securityEvent) }],
    personal: true,
  },
  {
    data: 'Who deals with what in inboxes, and what was put off',
    tables: ['inbox_owner', 'inbox_snooze'],
    period: 'owners 400 days; what was put off until its day',
    basis: 'work that is shared',
    expiry: [
      { table: 'inbox_snooze', over: past('until') },
      { table: 'inbox_owner', over: days('assigned_at', 400) },
    ],
    personal: true,
  },
  {
    data: 'Mails and messages that wait, sealed',
    tables: ['mail_message'],
    period: 'until they are sent or given up',
    basis: 'sending them',
    personal: true,
  },
  {
    data: 'The audit log',
    tables: ['audit_entry', 'audit_head'],
    period: 'without end',
    basis:
      'proof of what was done: ids and keyed hashes, in a chain from which nothing can be taken',
    personal: true,
  },
  {
    data: 'What programs are told of changes',
    tables: ['feed_batch', 'followed_profile'],
    period: 'removals 30 days; a profile as long as it is shown',
    basis: 'programs that follow the directory',
    personal: true,
  },
  {
    data: 'Where programs are told that something changed, and the messages to them',
    tables: ['webhook', 'webhook_delivery'],
    period: 'a webhook as long as its service account; messages that ended 30 days',
    basis: 'programs that follow the directory',
    personal: false,
  },
  {
    data: 'Women, peace and security: actors, plans, commitments, indicators, reports',
    tables: [
      'wps_actor',
      'wps_analysis',
      'wps_budget_line',
      'wps_commitment',
      'wps_focal_point',
      'wps_framework',
      'wps_indicator',
      'wps_involvement',
      'wps_lesson',
      'wps_lesson_use',
      'wps_meeting',
      'wps_meeting_participant',
      'wps_membership',
      'wps_observation',
      'wps_office_term',
      'wps_plan',
      'wps_plan_item',
      'wps_form',
      'wps_report',
      'wps_report_comment',
      'wps_report_consulted',
    ],
    period: 'as long as the actor keeps them',
    basis: 'accounting for what states and organizations promised',
    personal: false,
  },
  {
    data: 'Keys, migrations and workers',
    tables: ['data_key', 'migrations', 'job_worker', 'pending_replay'],
    period: 'as long as they are needed',
    basis: 'the running of Baraza',
    personal: false,
  },
];
