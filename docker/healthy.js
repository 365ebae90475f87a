/** Ends with 0 if the process of this container can work: `/ready` of its operators' address says so. */
const port = process.env.BARAZA_OPERATOR_PORT ?? '9464';
const answer = await fetch(`http://127.0.0.1:${port}/ready`, {
  signal: AbortSignal.timeout(4_000),
});
process.exitCode = answer.ok ? 0 : 1;
