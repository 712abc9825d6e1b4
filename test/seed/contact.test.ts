import { describe, expect, test } from 'vitest';
import { readHandles } from '../../server/src/seed/contact.ts';
import { parseSeed } from '../../server/src/seed/seed.ts';
import { marked, unmarked } from '../support/marks.ts';

describe('accounts in a contact line', () => {
  test.each([
    [
      'Please Find us: Twitter: <<RDCYINST|https://x.com/RDCYINST>> YouTube: <<RealRDCY|https://www.youtube.com/@RealRDCY>> LinkedIn: <<人大重阳RDCY|https://www.linkedin.com/company/%E4%BA%BA%E5%A4%A7%E9%87%8D%E9%98%B3RDCY>> Facebook: <<RDCYINST|https://www.facebook.com/RDCYINST>> Instagram: <<rdcyinst|https://www.instagram.com/rdcyinst>>',
    ],
    ['Twitter: <<@sky_lark|https://x.com/sky_lark>>'],
    ['X: <<@skylark|https://x.com/skylark>> | Threads: <<@sky.lark|https://www.threads.com/@sky.lark>>.'],
    ['Twitter/X: <<@skylark|https://x.com/skylark>>'],
    ['Twitter <<@skylark|https://x.com/skylark>> and Facebook: <<skylark|https://www.facebook.com/skylark>>!'],
    [
      'TWITTER：<<skylark|https://x.com/skylark>>；微博：<<天空云雀|https://weibo.com/n/%E5%A4%A9%E7%A9%BA%E4%BA%91%E9%9B%80>>',
    ],
    ['Mastodon: <<@sky@news.example|https://news.example/@sky>>'],
    [
      'Bluesky: <<@sky.bsky.social|https://bsky.app/profile/sky.bsky.social>> Bluesky: <<sky|https://bsky.app/profile/sky.bsky.social>>',
    ],
    ['TikTok: <<@sky|https://www.tiktok.com/@sky>> Telegram: <<sky|https://t.me/sky>> VK: <<sky|https://vk.com/sky>>'],
    ['LinkedIn: <<in/jane-doe|https://www.linkedin.com/in/jane-doe>>'],
    ['Facebook: <<facebook.com/skylark|https://facebook.com/skylark>> (news)'],
    ['Reddit: <<r/news|https://www.reddit.com/r/news>>'],
    ['Medium: <<@sky|https://medium.com/@sky>>'],
  ])('%s', (line) => {
    const text = unmarked(line);
    expect(marked(text, readHandles(text), ({ address }) => address)).toBe(line);
  });

  test.each([
    ['a name in several words', 'LinkedIn: Skylark News'],
    ['an address of its own', 'Facebook: https://facebook.com/skylark'],
    ['a network without addresses', 'WeChat: skylark'],
    ['an account without its server', 'Mastodon: @sky'],
    ['a user or a board cannot be told', 'Reddit: news'],
    ['an ordinary word', 'Medium: paper'],
    ['nothing', 'Twitter: YouTube:'],
    ['a way out', 'Facebook: a/../../b'],
    ['a word that ends like a network', 'Index: a'],
  ])('%s is none', (_name, line) => {
    expect(readHandles(line)).toEqual([]);
  });

  test.each(['X', 'Twitter', 'Weibo', 'VK', 'Mastodon', 'Pinterest', 'Vimeo', 'Flickr', 'Snapchat', 'Bluesky'])(
    'the footer knows %s as well',
    (network) => {
      expect(parseSeed(`Text.\n\n${network}: @sky\n`).segments.at(-1)?.kind).toBe('footer');
    },
  );
});
