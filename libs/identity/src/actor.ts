/** Who does something. The first argument of every writing service method, and what the audit log says. */
export interface Actor {
  /** `operator` at the command line, or `system:` and the part of Baraza that acts. Never a person's name. */
  readonly name: string;
  /** Of the request it is done in, where there is one. */
  readonly requestId: string | null;
}

/** The operator at the command line of the machine itself. */
export const OPERATOR_ACTOR: Actor = { name: 'operator', requestId: null };

/** A part of Baraza that acts by itself, such as the demo. */
export function systemActor(part: string): Actor {
  return { name: `system:${part}`, requestId: null };
}
