import type { DocumentLink } from 'vscode-languageserver-types';
import { linkAddress } from '../facts/link-address.ts';
import type { FactsReference } from '../facts/types.ts';
import { readHandles } from '../seed/contact.ts';
import type { Segment } from '../seed/types.ts';
import { encodePart } from '../text/address.ts';
import { classBefore, DIGIT, isBlank, isLetter } from '../text/characters.ts';
import type { Chunk } from '../text/sequence.ts';
import { overlaps, type Span, shift } from '../text/span.ts';
import { tokenize } from '../text/tokens.ts';
import type { Section } from '../workspace/section.ts';
import type { SeedSnapshot, Snapshot, YamlSnapshot } from '../workspace/snapshot.ts';
import { type SourceBases, sourceAddress, sourcePlaces } from '../workspace/source-places.ts';
import { positionOf } from './locate.ts';

export interface DocumentLinkOptions extends SourceBases {
  /** Facts links may be clicked: the workspace is trusted. */
  readonly trusted: boolean;
  /** The editor finds `https:` addresses by itself. VS Code does, and keeps what they say better than a link of ours. */
  readonly findsAddresses: boolean;
  /** So many links at most. */
  readonly limit: number;
}

/** What resolves a link to a file: where it may lead is worked out again, and never taken from the client. */
export interface SourceLinkData {
  readonly uri: string;
  readonly source: string;
}

/**
 * What can be followed: in a seed `https:` and `www.` addresses, e-mail addresses, DOIs and the accounts of contact lines; in
 * a facts file sources and links. Links lead to `https:`, `mailto:` and files of the workspace, nowhere else.
 */
export function documentLinks(snapshot: Snapshot, options: DocumentLinkOptions): DocumentLink[] {
  return snapshot.kind === 'seed' ? seedLinks(snapshot, options) : factsLinks(snapshot, options);
}

// ---- seeds ---------------------------------------------------------------------------------------------------------

export interface FoundLink extends Span {
  readonly target: string;
  readonly tooltip: string;
  /** An `https:` address as it is written. */
  readonly plain?: true;
}

export interface FoundInChunk extends FoundLink {
  readonly segment: Segment;
  /** Line of the chunk at which the segment begins. */
  readonly line: number;
}

function seedLinks(snapshot: SeedSnapshot, { findsAddresses, limit }: DocumentLinkOptions): DocumentLink[] {
  const links: DocumentLink[] = [];
  snapshot.sections.eachChunk((chunk, _index, firstLine) => {
    for (const { segment, line, start, end, target, tooltip, plain } of linksOf(chunk)) {
      if (links.length >= limit || (plain && findsAddresses)) continue;
      const at = firstLine + line;
      const range = { start: positionOf(segment, at, start), end: positionOf(segment, at, end) };
      links.push({ range, target, tooltip });
    }
  });
  return links;
}

/** The links of a chunk, kept with it: work that can be done ahead. */
export function linksOf(chunk: Chunk<Section>): readonly FoundInChunk[] {
  let found = remembered.get(chunk);
  if (found === undefined) {
    const list: FoundInChunk[] = [];
    let line = 0;
    for (const { segment, lineCount } of chunk.items) {
      for (const link of linksIn(segment)) list.push({ ...link, segment, line });
      line += lineCount;
    }
    found = list;
    remembered.set(chunk, found);
  }
  return found;
}

const remembered = new WeakMap<Chunk<Section>, readonly FoundInChunk[]>();

function linksIn(segment: Segment): FoundLink[] {
  const found = addressesIn(segment.text);
  const add = (link: FoundLink) => {
    if (!found.some((other) => overlaps(other, link))) found.push(link);
  };
  for (const link of doisIn(segment.text)) add(link);
  if (segment.kind === 'footer') for (const link of handlesIn(segment)) add(link);
  return found.sort((a, b) => a.start - b.start);
}

/** No address is longer, and none begins further behind the blank before it. */
const LONGEST_ADDRESS = 2_048;
const LONGEST_LOCAL_PART = 256;

/** URLs and e-mail addresses. Only the words that may be one are read. */
function addressesIn(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  const hint = /https:\/\/|www\.|@/gi;
  let read = 0;
  for (let match = hint.exec(text); match !== null; match = hint.exec(text)) {
    let start = match.index;
    while (start > read && match.index - start < LONGEST_LOCAL_PART && !isBlank(text.charCodeAt(start - 1))) start--;
    let end = match.index;
    while (end < text.length && end - match.index < LONGEST_ADDRESS && !isBlank(text.charCodeAt(end))) end++;
    const isCut = end < text.length && !isBlank(text.charCodeAt(end));
    const word = text.slice(start, end);
    for (const token of tokenize(word)) {
      if (isCut && token.end === word.length) continue;
      const written = word.slice(token.start, token.end);
      const link = token.kind === 'email' ? mailLink(written) : token.kind === 'url' ? webLink(written) : undefined;
      if (link) found.push({ ...shift(token, start), ...link });
    }
    read = end;
    hint.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return found;
}

function mailLink(address: string): Pick<FoundLink, 'target' | 'tooltip'> {
  return { target: `mailto:${address}`, tooltip: 'Write an e-mail' };
}

/** Plain `http:` is left to editors that follow it by themselves: ours are links that nobody can listen to. */
function webLink(written: string): Pick<FoundLink, 'target' | 'tooltip' | 'plain'> | undefined {
  if (/^www\./i.test(written)) return { target: `https://${written}`, tooltip: 'Open the page' };
  return /^https:\/\/[^/]/i.test(written) ? { target: written, tooltip: 'Open the page', plain: true } : undefined;
}

/** `doi:10.1000/182` and the like. */
function doisIn(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  if (!text.includes('10.')) return found;
  for (const match of text.matchAll(/10\.\d{4,9}\/[^\s"<>“”«»\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f]{1,200}/gu)) {
    const start = match.index;
    const before = text.charCodeAt(start - 1);
    const kind = classBefore(text, start);
    // Digits before it are those of a number, a slash that of an address.
    if (isLetter(kind) || kind === DIGIT || before === 0x2e || before === 0x2f || before === 0x2c) continue;
    const doi = withoutTrail(match[0]);
    const suffix = doi.slice(doi.indexOf('/') + 1);
    const isNamed = /\bdoi[:\s]{0,3}$/i.test(text.slice(Math.max(0, start - 8), start));
    // "10.2021/22" is a month as often as not.
    if (suffix === '' || (!isNamed && !/\p{L}/u.test(suffix))) continue;
    const target = `https://doi.org/${doi.split('/').map(encodePart).join('/')}`;
    found.push({ start, end: start + doi.length, target, tooltip: 'Open the publication with this DOI' });
  }
  return found;
}

/** Without the signs that belong to the sentence around it: a bracket that was opened before closes there. */
function withoutTrail(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const sign = doi.charAt(end - 1);
    if (/[.,;:!?'’…]/u.test(sign)) continue;
    const opener = sign === ')' ? '(' : sign === ']' ? '[' : sign === '}' ? '{' : undefined;
    if (opener === undefined || doi.slice(0, end).split(opener).length >= doi.slice(0, end).split(sign).length) break;
  }
  return doi.slice(0, end);
}

function handlesIn({ text, lineStarts }: Segment): FoundLink[] {
  return lineStarts.flatMap((start, i) =>
    readHandles(text.slice(start, lineStarts[i + 1] ?? text.length)).map((handle) => ({
      ...shift(handle, start),
      target: handle.address,
      tooltip: `Open ${handle.name} on ${handle.network}`,
    })),
  );
}

// ---- facts files ---------------------------------------------------------------------------------------------------

function factsLinks(snapshot: YamlSnapshot, options: DocumentLinkOptions): DocumentLink[] {
  if (!options.trusted) return [];
  const links: DocumentLink[] = [];
  const { lines } = snapshot;
  for (const reference of snapshot.references) {
    if (links.length >= options.limit) break;
    const link = factsLink(snapshot, reference, options);
    if (link === undefined) continue;
    const span = withoutQuotes(lines.toString(), reference.span);
    links.push({ range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) }, ...link });
  }
  return links;
}

function factsLink(
  { uri }: YamlSnapshot,
  { kind, name, value }: FactsReference,
  options: DocumentLinkOptions,
): Omit<DocumentLink, 'range'> | undefined {
  const target = kind === 'link' ? linkAddress(name, value) : value;
  if (/^https:\/\/[^/\s]/i.test(target)) {
    if (target === value && options.findsAddresses) return undefined;
    const [, host] = /^https:\/\/([^/?#]+)/i.exec(target) ?? [];
    // Of a register the tooltip names the host, which is ours; text of the file stays out of it.
    return { target, tooltip: target === value ? 'Open the page' : `Open the entry at ${host}` };
  }
  if (kind === 'link') return undefined;
  const places = sourcePlaces(uri, value, options);
  const [place] = places;
  if (place === undefined) return undefined;
  const tooltip = 'Open the source';
  // Which of several places holds the file is looked up when somebody goes there.
  if (places.length === 1) return { target: sourceAddress(place, value), tooltip };
  return { tooltip, data: { uri, source: value } satisfies SourceLinkData };
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const first = text.charAt(start);
  const quoted = end - start >= 2 && (first === '"' || first === "'") && text.charAt(end - 1) === first;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
