import { contentLength } from '../text/lines.ts';
import { fieldBlocks } from './blocks.ts';
import { readFieldLine } from './field-line.ts';
import { moveField } from './header.ts';
import { isBlankLine, joinLines } from './line-source.ts';
import type { Block, Field, LineSource, Segment } from './types.ts';

/** The footer is looked for in so many lines. */
const FOOTER_LINES = 64;

/** The footer of a text: lines `start` to the end, found by looking at the last `reads` lines only. */
export interface FooterResult {
  readonly segment: Segment | undefined;
  readonly start: number;
  readonly reads: number;
}

/**
 * Reads the metadata below a text, from the last line upwards to the first that is body. Lines before `from` belong to
 * the header. Contact lines and copyright notices are part of the footer, but no fields.
 */
export function parseFooter(lines: LineSource, from: number): FooterResult {
  const limit = Math.max(from, lines.count - FOOTER_LINES);
  let start = lines.count;
  const found: { line: number; fields: readonly Field[] }[] = [];
  let pending: typeof found = [];
  let at = lines.count - 1;
  for (; at >= limit; at--) {
    const line = lines.line(at);
    if (isBlankLine(line)) {
      // What only may be a field must stand right below one.
      if (pending.length > 0) break;
      continue;
    }
    if (isContact(line)) {
      found.push(...pending);
      pending = [];
      start = at;
      continue;
    }
    const fieldLine = readFieldLine(line, 0);
    if (fieldLine === undefined || tooLong(line, fieldLine.fields)) break;
    pending.push({ line: at, fields: fieldLine.fields });
    if (fieldLine.certainty === 'known' || (fieldLine.certainty === 'near' && isShort(line))) {
      found.push(...pending);
      pending = [];
      start = at;
    }
  }
  // A search that ended at the header depends on where that ends, and so on every line.
  const reads = at < from ? lines.count : lines.count - Math.max(at, limit);
  if (start === lines.count) return { segment: undefined, start, reads };
  return { segment: makeFooter(lines, start, found), start, reads };
}

/** Keywords and rights may be as long as they like; another value as long as a paragraph is one. */
function tooLong(line: string, fields: readonly Field[]): boolean {
  const [first] = fields;
  return first?.key !== 'keywords' && first?.key !== 'rights' && line.length > 400;
}

function isShort(line: string): boolean {
  return line.length <= 120;
}

const PLATFORM =
  /(?:^|[\s|,;·•(])(?:Twitter|X|YouTube|LinkedIn|Facebook|Instagram|TikTok|Telegram|WhatsApp|WeChat|Weibo|Mastodon|Bluesky|Threads|Reddit|Pinterest|Snapchat|VK|Medium|Flickr|Vimeo|微信|微博)\s{0,2}[:：@]/giu;
const INVITATION =
  /^\s*(?:please\s+)?(?:(?:find|follow|contact|join|like|reach|visit)\s+us|connect\s+with\s+us|stay\s+connected|for\s+(?:more|further)\s+information|(?:media|press)\s+(?:contact|enquiries|inquiries))\b[^.!?]{0,40}[:：]/iu;
const NOTICE = /^\s*(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\p{N}{4})|all rights reserved\b)/iu;

/** Where to find the publisher ("Please Find us: Twitter: …"), or a copyright notice without a colon. */
function isContact(line: string): boolean {
  if (contentLength(line) > 1_000) return false;
  if (INVITATION.test(line)) return true;
  if (NOTICE.test(line)) return readFieldLine(line, 0) === undefined && line.length <= 400;
  // In a sentence platforms are named late ("… has accounts on Twitter: @x and YouTube: y").
  const platforms = [...line.matchAll(PLATFORM)];
  if (platforms.length === 0 || (platforms[0] as RegExpExecArray).index > 30) return false;
  return platforms.length >= 2 || HANDLE.test(line);
}

/** "Twitter: @xyz" and nothing else. */
const HANDLE = /^\s*\w+\s*[:：]\s*@?[\w./:]+\s*$/u;

function makeFooter(
  lines: LineSource,
  start: number,
  found: readonly { readonly line: number; readonly fields: readonly Field[] }[],
): Segment {
  const { text, lineStarts } = joinLines(lines, start, lines.count);
  const fields: Field[] = [];
  const blocks: Block[] = [];
  for (const { line, fields: ofLine } of [...found].reverse()) {
    for (const each of ofLine) {
      const field = moveField(each, lineStarts[line - start] as number);
      fields.push(field);
      for (const block of fieldBlocks(text, field)) blocks.push(block);
    }
  }
  return { kind: 'footer', text, lineStarts, fields, blocks, problems: [] };
}
