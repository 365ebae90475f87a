import { SELECT_HER_ACCOUNTS, type PersonalDataPart } from '#identity';

/** Which mails about the agenda she wants in her work for a state or an organization, and which were sent. */
const MAILS = `
SELECT coalesce(c.owing, true) AS owing, coalesce(c.packs, true) AS packs,
  to_jsonb(ARRAY(SELECT t.told_on FROM wps_mail_told t WHERE t.account_id = a.id ORDER BY t.told_on, t.about)) AS sent
FROM (${SELECT_HER_ACCOUNTS}) a LEFT JOIN wps_mail_choice c ON c.account_id = a.id
WHERE c.account_id IS NOT NULL OR EXISTS (SELECT FROM wps_mail_told t WHERE t.account_id = a.id)
ORDER BY a.id`;

/** What this module holds about a woman. */
export const wpsParts: readonly PersonalDataPart[] = [
  {
    name: 'agendaMails',
    tables: ['wps_mail_choice', 'wps_mail_told'],
    read: async (tx, _viewer, id) => tx.query(MAILS, [id]),
    erasure: 'goes-with-her-row',
  },
];
