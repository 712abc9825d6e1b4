import { encodePart } from '../text/address.ts';
import type { Span } from '../text/span.ts';

/** An account of the publisher that a contact line names. */
export interface Handle extends Span {
  /** The network as people call it. */
  readonly network: string;
  /** The account without its `@`. */
  readonly name: string;
  readonly address: string;
}

interface Network {
  readonly label: string;
  /** Its names in contact lines, in lower case. */
  readonly names: readonly string[];
  /** Domains of its addresses: a handle may be written as one, without the scheme. */
  readonly domains: readonly string[];
  /** The address of an account; undefined for what can be none. */
  readonly address: (name: string) => string | undefined;
  /** The name is an ordinary word, too: only a handle with its `@` is one. */
  readonly ordinary?: true;
}

const NETWORKS: readonly Network[] = [
  network('X', ['twitter', 'x', 'x (twitter)'], ['x.com', 'twitter.com'], (name) => `https://x.com/${name}`),
  network('YouTube', ['youtube'], ['youtube.com'], (name) => `https://www.youtube.com/@${name}`),
  network('Facebook', ['facebook'], ['facebook.com', 'fb.com'], (name) => `https://www.facebook.com/${name}`),
  network('Instagram', ['instagram'], ['instagram.com'], (name) => `https://www.instagram.com/${name}`),
  network('LinkedIn', ['linkedin'], ['linkedin.com'], (name) =>
    /^(?:in|company|school|showcase)\//.test(name)
      ? `https://www.linkedin.com/${name}`
      : `https://www.linkedin.com/company/${name}`,
  ),
  network('TikTok', ['tiktok'], ['tiktok.com'], (name) => `https://www.tiktok.com/@${name}`),
  network('Telegram', ['telegram'], ['t.me'], (name) => `https://t.me/${name}`),
  network('Mastodon', ['mastodon'], [], (name) => {
    const [user, host] = name.split('@');
    return user && host?.includes('.') ? `https://${host}/@${user}` : undefined;
  }),
  network(
    'Bluesky',
    ['bluesky'],
    ['bsky.app'],
    (name) => `https://bsky.app/profile/${name.includes('.') ? name : `${name}.bsky.social`}`,
  ),
  network('Threads', ['threads'], ['threads.com', 'threads.net'], (name) => `https://www.threads.com/@${name}`),
  network('Weibo', ['weibo', '微博'], ['weibo.com'], (name) => `https://weibo.com/n/${name}`),
  network('Reddit', ['reddit'], ['reddit.com'], (name) =>
    /^(?:r|u|user)\//.test(name) ? `https://www.reddit.com/${name}` : undefined,
  ),
  network('Pinterest', ['pinterest'], ['pinterest.com'], (name) => `https://www.pinterest.com/${name}`),
  network('Snapchat', ['snapchat'], ['snapchat.com'], (name) => `https://www.snapchat.com/add/${name}`),
  network('VK', ['vk'], ['vk.com'], (name) => `https://vk.com/${name}`),
  network('Vimeo', ['vimeo'], ['vimeo.com'], (name) => `https://vimeo.com/${name}`),
  network('Flickr', ['flickr'], ['flickr.com'], (name) => `https://www.flickr.com/people/${name}`),
  { ...network('Medium', ['medium'], ['medium.com'], (name) => `https://medium.com/@${name}`), ordinary: true },
];

function network(
  label: string,
  names: readonly string[],
  domains: readonly string[],
  address: Network['address'],
): Network {
  return { label, names, domains, address };
}

const BY_NAME: ReadonlyMap<string, Network> = new Map(
  NETWORKS.flatMap((each) => each.names.map((name) => [name, each] as const)),
);
const NAMES = [...BY_NAME.keys(), 'whatsapp', 'wechat', '微信']
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[()]/g, '\\$&'))
  .join('|');
const NAMED = new RegExp(`(?:^|[\\s|,;·•(/，；、（])(${NAMES})\\s{0,2}(?:[:：]|(?=@))`, 'giu');
/** A handle, at most one address long. */
const HANDLE = /^@?[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.\-@/]{0,199}/u;
/** No contact line is longer. */
const LONGEST_LINE = 1_000;

/**
 * The accounts that a contact line names by their networks: `Twitter: skylark YouTube: @skylark`. What stands behind a
 * network's name in several words is no handle, unless it begins with `@`.
 */
export function readHandles(line: string): Handle[] {
  if (line.length > LONGEST_LINE) return [];
  const found = [...line.matchAll(NAMED)];
  const handles: Handle[] = [];
  found.forEach((match, i) => {
    const known = BY_NAME.get((match[1] ?? '').toLowerCase());
    const behind = match.index + match[0].length;
    const limit = found[i + 1]?.index ?? line.length;
    const value = line.slice(behind, limit).split(/[|;·•,，；、()（）]/u, 1)[0] ?? '';
    const written = value.trim();
    const whole = HANDLE.exec(written)?.[0] ?? '';
    const handle = whole.replace(/[.\-/@]+$/u, '');
    const rest = written.slice(handle.length);
    if (known === undefined || handle.replace('@', '') === '' || !/^(?:[.!/]?$|\s)/u.test(rest)) return;
    if (!handle.startsWith('@') && (rest.trim().length > 1 || known.ordinary)) return;
    const address = addressOf(known, handle.replace(/^@/u, ''));
    if (address === undefined) return;
    const start = behind + value.indexOf(written);
    handles.push({ start, end: start + handle.length, network: known.label, name: handle.replace(/^@/u, ''), address });
  });
  return handles;
}

function addressOf(known: Network, name: string): string | undefined {
  const host = /^[^/]*/.exec(name.toLowerCase())?.[0].replace(/^(?:www|m)\./, '') ?? '';
  const encoded = name.split('/').map(encode).join('/');
  if (known.domains.includes(host)) return `https://${encoded}`;
  if (name.includes('..')) return undefined;
  return known.address(encoded);
}

/** Everything but what an address keeps as it is. */
function encode(part: string): string {
  return encodePart(part).replaceAll('%40', '@');
}
