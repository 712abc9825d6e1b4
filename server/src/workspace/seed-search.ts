import { readSidecar } from '../annotations/sidecar.ts';
import type { PlacedAnnotation } from '../annotations/types.ts';
import type { CancellationToken, FileContent, Ports } from '../ports.ts';
import { metadataOf } from '../seed/metadata.ts';
import { parseSeed } from '../seed/seed.ts';
import { findWords } from '../text/find-words.ts';
import { TextLines } from '../text/lines.ts';
import { sidecarOf } from './kinds.ts';
import { type FoundForm, findForms, type Offer, offer, type SearchedText, type SoughtForm } from './occurrences.ts';
import { storedPlaces } from './origins.ts';
import { Section } from './section.ts';
import type { SeedSnapshot } from './snapshot.ts';
import type { Workspace } from './workspace.ts';

/** What is looked for. */
export interface SeedSearch {
  readonly forms: readonly SoughtForm[];
  /** What it is to be annotated as. */
  readonly type: string | undefined;
  /** The seed that was asked about: only there short forms stand for the entity by themselves. */
  readonly uri: string;
}

/** A seed in which something was found. */
export interface SearchedSeed extends Offer {
  readonly uri: string;
  readonly lines: TextLines;
  /** Of one that is open. */
  readonly version: number | undefined;
  /** Of one that is not: the blob id of its file. */
  readonly mark: string | undefined;
}

export interface SearchResult {
  readonly seeds: readonly SearchedSeed[];
  readonly searched: number;
  readonly unreadable: readonly string[];
  /** The search ended early, since more is offered than anybody looks through. */
  readonly more: boolean;
}

/** Seeds read in one go. */
const AT_ONCE = 100;
/** So many places are offered. */
export const MOST_OFFERED = 5_000;

/**
 * Looks for the forms of a name in seeds: in those that are open as their editors have them, in the others as their files stand.
 *
 * @param tell called now and then with the number of seeds that were looked through.
 * @returns undefined when the asker no longer wants it.
 */
export async function searchSeeds(
  workspace: Workspace,
  ports: Ports,
  uris: readonly string[],
  search: SeedSearch,
  token: CancellationToken,
  tell: (done: number) => void = () => undefined,
): Promise<SearchResult | undefined> {
  const seeds: SearchedSeed[] = [];
  const unreadable: string[] = [];
  let left = MOST_OFFERED;
  let searched = 0;
  let more = false;
  for (let at = 0; at < uris.length && !more; at += AT_ONCE) {
    const batch = uris.slice(at, at + AT_ONCE);
    const found = await searchBatch(workspace, ports, batch, search, token, unreadable);
    if (found === undefined) return undefined;
    searched += batch.length;
    for (const seed of found) {
      const offered = seed.offered.slice(0, left);
      more ||= offered.length < seed.offered.length;
      left -= offered.length;
      seeds.push({ ...seed, offered });
    }
    tell(searched);
  }
  return { seeds, searched, unreadable, more };
}

async function searchBatch(
  workspace: Workspace,
  ports: Ports,
  uris: readonly string[],
  search: SeedSearch,
  token: CancellationToken,
  unreadable: string[],
): Promise<SearchedSeed[] | undefined> {
  const closed = uris.filter((uri) => workspace.seed(uri) === undefined);
  const contents = closed.length === 0 ? [] : await ports.files.readMany(closed);
  if (token.isCancellationRequested) return undefined;
  const hits = new Map<string, { readonly content: FileContent; readonly hit: Hit }>();
  const files = closed.map((uri, i) => ({ uri, content: contents[i] }));
  const isDone = await workspace.inSlices(files, token, ({ uri, content }) => {
    if (content === undefined || !content.utf8) {
      unreadable.push(uri);
      return;
    }
    const hit = lookInto(workspace, uri, content.text, search);
    if (hit !== undefined) hits.set(uri, { content, hit });
  });
  if (!isDone) return undefined;
  const sidecars = await workspace.presentTexts([...hits.keys()].map(sidecarOf));
  const texts = new Map([...hits.keys()].map((uri, i) => [uri, sidecars[i]]));
  const seeds: SearchedSeed[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) return undefined;
    const open = workspace.seed(uri);
    const closedHit = hits.get(uri);
    if (open !== undefined) {
      const seed = await searchOpen(workspace, open, search, token);
      if (seed === undefined) return undefined;
      if (isWorthTelling(seed)) seeds.push(seed);
    } else if (closedHit !== undefined) {
      const { content, hit } = closedHit;
      const sections = await workspace.analyzeClosed([...hit.sections.values()], token);
      if (sections === undefined) return undefined;
      const byNumber = new Map([...hit.sections.keys()].map((number, i) => [number, sections[i] as Section]));
      const placed = await placedIn(texts.get(uri), content, uri, ports);
      const seed = offer(content.text, hit.found, byNumber, placed, search.type);
      const mark = await ports.blobs.idOf(content.text, content.bom);
      seeds.push({ ...seed, uri, lines: TextLines.from(content.text), version: undefined, mark });
    }
  }
  return seeds;
}

function isWorthTelling({ offered, annotated, rejected }: SearchedSeed): boolean {
  return offered.length + annotated + rejected > 0;
}

async function searchOpen(
  workspace: Workspace,
  snapshot: SeedSnapshot,
  search: SeedSearch,
  token: CancellationToken,
): Promise<SearchedSeed | undefined> {
  const { uri } = snapshot;
  const isThere = findWords(snapshot.lines.toString(), textsOf(search)).length > 0;
  const named = isThere ? await workspace.analyze(snapshot, token) : snapshot;
  if (named === undefined) return undefined;
  const { lines, version, annotations, sections, metadata } = named;
  const text = lines.toString();
  const title = titleOf(metadata);
  const found = own(findForms({ text, sections, title }, search.forms), uri, search);
  const numbers = new Map(found.map(({ section }) => [section, sections.at(section)]));
  return { ...offer(text, found, numbers, annotations, search.type), uri, lines, version, mark: undefined };
}

/** What was found in a seed, and the sections that hold it. */
interface Hit {
  readonly found: readonly FoundForm[];
  readonly sections: ReadonlyMap<number, Section>;
}

function lookInto(workspace: Workspace, uri: string, text: string, search: SeedSearch): Hit | undefined {
  // Most seeds do not have the words at all, and need not be parsed.
  if (findWords(text, textsOf(search)).length === 0) return undefined;
  const { names } = workspace.knowledge(uri);
  const { segments } = parseSeed(text);
  const sections = segments.map((segment) => new Section(segment, names));
  const [header, footer] = (['header', 'footer'] as const).map((kind) => segments.find((one) => one.kind === kind));
  const found = own(
    findForms({ text, sections, title: titleOf(metadataOf(header, footer)) }, search.forms),
    uri,
    search,
  );
  if (found.length === 0) return undefined;
  return { found, sections: new Map(found.map(({ section }) => [section, sections[section] as Section])) };
}

/** In another seed a short form stands for the entity only where a longer one does. */
function own(found: readonly FoundForm[], uri: string, search: SeedSearch): readonly FoundForm[] {
  return uri === search.uri || found.some(({ form }) => !form.isShort) ? found : [];
}

function textsOf({ forms }: SeedSearch): string[] {
  return forms.map(({ text }) => text);
}

function titleOf(metadata: SeedSnapshot['metadata']): SearchedText['title'] {
  const title = metadata.first('title');
  return title === undefined ? undefined : { ...title.field.valueSpan, part: title.part };
}

async function placedIn(
  sidecar: string | undefined,
  content: FileContent,
  uri: string,
  ports: Ports,
): Promise<readonly PlacedAnnotation[]> {
  if (sidecar === undefined || sidecar.trim() === '') return [];
  const read = readSidecar(sidecar).sidecar;
  if (read.annotations.length === 0) return [];
  return (await storedPlaces(read, content, uri, ports.blobs)).place(read);
}
