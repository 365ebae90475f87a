import ipaddr from 'ipaddr.js';
import type { InputProblem } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { isIP } from 'node:net';

const LONGEST_ADDRESS = 2_000;
/** All of IPv6 that is given out for the internet (RFC 4291, 2.4): what else there is may lead anywhere. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether messages may be sent to this address of the internet: one that everybody reaches, by the registries of special
 * addresses of IANA (RFC 6890), or one of the networks that the operator opened. An IPv6 address that stands for one of IPv4
 * is judged as that.
 */
export function isReachable(address: string, opened: readonly string[]): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  const isGlobal = parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
  if (isGlobal && parsed.range() === 'unicast') return true;
  return opened.some((network) => {
    const [base, length] = network.includes('/')
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.parse(network), parsed.kind() === 'ipv4' ? 32 : 128] as const);
    return base.kind() === parsed.kind() && parsed.match(base, length);
  });
}

/** What is wrong with an address that somebody wants to be told at. What its name leads to is judged with each message. */
export function webhookAddressProblems(
  text: string,
  { http, opened }: { readonly http: boolean; readonly opened: readonly string[] },
): InputProblem[] {
  const wrong = (message: Sentence): InputProblem[] => [
    { path: 'url', code: 'MALFORMED', message },
  ];
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) {
    return wrong(refusal('webhooks.address'));
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(http && url.protocol === 'http:')) {
    return wrong(refusal('webhooks.https'));
  }
  if (url.username || url.password || url.hash) {
    return wrong(refusal('webhooks.plain'));
  }
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isReachable(host, opened)) {
    return wrong(refusal('webhooks.privateNetwork'));
  }
  return [];
}

/** The name or number of the host, without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replaceAll(/[[\]]/g, '');
}
