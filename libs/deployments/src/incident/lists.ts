/** What happened. */
export const INCIDENT_KINDS = [
  'security',
  'harassment-or-sea',
  'health',
  'tor-breach',
  'data-breach',
  'retaliation',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who wrote it down. */
export const INCIDENT_REPORTERS = ['mediator', 'safety-officer'] as const;
export type IncidentReporter = (typeof INCIDENT_REPORTERS)[number];
