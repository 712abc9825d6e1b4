import type { Origins } from '../annotations/place.ts';
import type { AcceptedFinding, PlacedAnnotation, Relation, Sidecar } from '../annotations/types.ts';
import { holdsPiece } from '../names/changed-names.ts';
import type { NameRecognizer } from '../names/model/recognizer.ts';
import { checkMetadata, type Metadata, type MetadataProblem, metadataOf } from '../seed/metadata.ts';
import type { Segment } from '../seed/types.ts';
import { type Position, TextLines } from '../text/lines.ts';
import type { Sequence } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import { readDate } from '../times/metadata-date.ts';
import { piecesBetween } from './changed-knowledge.ts';
import type { Corpus } from './corpus.ts';
import { DocumentNames, type Stretch } from './document-names.ts';
import { LiveAnchors } from './live-anchors.ts';
import { type LocalAnnotation, type RejectedNames, rejectedBy, Section } from './section.ts';
import { type Cut, cut, type Hull, recut } from './segments.ts';
import type { Knowledge, SeedSnapshot } from './snapshot.ts';

/** Names that come and go at once and are looked for one by one. */
const MOST_LOOKED_FOR = 100;

/** One change of a text: a range and what replaces it, or a whole new text. */
export interface TextChange {
  readonly range?: { readonly start: Position; readonly end: Position } | undefined;
  readonly text: string;
}

/**
 * An open seed. Changes only move the text; all else is brought up to date when a snapshot is asked for, so that a
 * burst of typing costs one analysis and not fifty. Owned by the workspace.
 */
export class SeedDocument {
  private lines: TextLines;
  /** The text as it was opened: as a rule its file's. */
  readonly opened: TextLines;
  private hull: Hull | undefined;
  private cut: Cut | undefined;
  private metadata:
    | {
        header: Segment | undefined;
        footer: Segment | undefined;
        value: Metadata;
        problems: readonly MetadataProblem[];
        today: string;
      }
    | undefined;
  private readonly anchors = new LiveAnchors();
  private hasLocal = false;
  private revision = 0;
  private current: SeedSnapshot | undefined;

  /** What the model finds, as soon as it has been read. */
  names: DocumentNames | undefined;

  readonly uri: string;
  readonly sidecarUri: string;
  version: number;
  private knowledge: Knowledge;
  private sidecar: Sidecar | undefined;
  private rejected: RejectedNames = new Set();
  private corpus: Corpus;
  private readonly today: () => string;

  constructor(
    uri: string,
    sidecarUri: string,
    text: string,
    version: number,
    knowledge: Knowledge,
    corpus: Corpus,
    today: () => string,
  ) {
    this.uri = uri;
    this.sidecarUri = sidecarUri;
    this.version = version;
    this.knowledge = knowledge;
    this.corpus = corpus;
    this.today = today;

    this.lines = TextLines.from(text);
    this.opened = this.lines;
  }

  get text(): TextLines {
    return this.lines;
  }

  change(changes: readonly TextChange[], version: number): void {
    for (const { range, text } of changes) {
      const before = this.lines;
      if (range === undefined) {
        this.lines = TextLines.from(text);
        this.anchors.change(0, before.length, text, before, this.lines);
        this.cut = undefined;
        this.hull = undefined;
        continue;
      }
      const { lines, change } = before.change(range.start, range.end, text);
      const [start, end] = [before.offsetAt(range.start), before.offsetAt(range.end)];
      this.anchors.change(Math.min(start, end), Math.max(start, end), text, before, lines);
      this.hull = widen(this.hull, change.line, change.removed, change.added);
      this.lines = lines;
    }
    this.anchors.lookAgain(this.lines);
    this.version = version;
    this.current = undefined;
  }

  /** New facts, project or lists. The text is not cut again, but everything is recognised anew. */
  setKnowledge(knowledge: Knowledge): void {
    if (knowledge === this.knowledge) return;
    const old = this.snapshot();
    this.knowledge = knowledge;
    this.metadata = undefined;
    this.current = undefined;
    if (old.knowledge.names === knowledge.names || this.cut === undefined) return;
    const pieces = piecesBetween(old.knowledge, knowledge);
    const { names } = knowledge;
    const sections = [...old.sections].map((section) =>
      pieces === undefined || holdsPiece(section.segment.text, pieces)
        ? section.withNames(names)
        : section.withOtherNames(names),
    );
    this.cut = { ...this.cut, sections: old.sections.splice(0, old.sections.length, sections) };
  }

  /** The model was read: from now on names are what it finds, too. */
  setRecognizer(recognizer: NameRecognizer): void {
    this.names = new DocumentNames(recognizer);
  }

  /** The present sections, up to the last change. */
  get sections(): Sequence<Section> {
    return this.snapshot().sections;
  }

  /** Counts what the model has read so far; see {@link DocumentNames.settle}. */
  settleNames(where?: readonly Stretch[]): void {
    this.names?.settle(this.sections, where);
  }

  /** Takes over what the model has found so far; see {@link DocumentNames.apply}. */
  applyNames(where?: readonly Stretch[]): void {
    const before = this.sections;
    const sections = this.names?.apply(before, where) ?? before;
    if (sections === before || this.cut === undefined) return;
    this.cut = { ...this.cut, sections };
    this.current = undefined;
  }

  setSidecar(sidecar: Sidecar | undefined, origins: Origins = {}): void {
    if (sidecar === this.sidecar) return;
    this.sidecar = sidecar;
    this.anchors.setSidecar(sidecar, this.lines, origins);
    this.reject(rejectedBy(sidecar?.annotations ?? []));
    this.current = undefined;
  }

  /** Only sections in which a name stands that comes or goes are read again, and what the model found in them is kept. */
  private reject(rejected: RejectedNames): void {
    const before = this.rejected;
    const changed = [
      ...[...rejected].filter((name) => !before.has(name)),
      ...[...before].filter((name) => !rejected.has(name)),
    ];
    if (changed.length === 0) return;
    const old = this.sections;
    this.rejected = rejected;
    if (this.cut === undefined) return;
    const words = changed.map((name) => name.slice(name.indexOf('\n') + 1));
    // Of very many looking for each costs more than reading again.
    const concerns = ({ segment }: Section) => {
      if (words.length > MOST_LOOKED_FOR) return true;
      const text = flatLine(segment.text);
      return words.some((word) => text.includes(word));
    };
    const sections = old.map((section) => (concerns(section) ? section.withRejected(rejected) : section));
    this.cut = { ...this.cut, sections };
  }

  setCorpus(corpus: Corpus): void {
    if (corpus === this.corpus) return;
    this.corpus = corpus;
    this.current = undefined;
  }

  snapshot(): SeedSnapshot {
    // At midnight what was of tomorrow becomes today's.
    if (this.current?.today !== this.today()) this.current = undefined;
    this.current ??= this.update();
    return this.current;
  }

  private update(): SeedSnapshot {
    const make = (segment: Segment) => new Section(segment, this.knowledge.names, [], undefined, this.rejected);
    if (this.cut === undefined) this.cut = cut(this.lines, make);
    else if (this.hull !== undefined) this.cut = recut(this.cut, this.lines, this.hull, make);
    this.hull = undefined;
    const { header, footer, bodyEnd } = this.cut;
    const today = this.today();
    let metadata = this.metadata;
    if (metadata?.header !== header || metadata?.footer !== footer || metadata?.today !== today || !metadata) {
      const value = metadataOf(header, footer);
      const { required, recommended } = this.knowledge.project;
      const problems = checkMetadata(value, { required, recommended, readDate, today });
      metadata = { header, footer, value, problems, today };
      this.metadata = metadata;
    }
    const annotations = this.anchors.all(this.lines);
    const sections = this.spread(annotations, this.cut.sections);
    this.cut = { ...this.cut, sections };
    return {
      kind: 'seed',
      uri: this.uri,
      version: this.version,
      revision: ++this.revision,
      lines: this.lines,
      sections,
      header,
      footer,
      footerLine: bodyEnd,
      metadata: metadata.value,
      metadataProblems: metadata.problems,
      published: publishedOf(metadata.value),
      annotations,
      place: this.anchors.placer(this.lines),
      relations: this.sidecar?.relations ?? NO_RELATIONS,
      accepted: this.sidecar?.accepted ?? NONE,
      sidecarUri: this.sidecarUri,
      knowledge: this.knowledge,
      corpus: this.corpus,
      today,
    };
  }

  /** Gives each section the annotations that lie in it; sections whose annotations stand are kept. */
  private spread(annotations: readonly PlacedAnnotation[], sections: Sequence<Section>): Sequence<Section> {
    if (annotations.length === 0 && !this.hasLocal) return sections;
    this.hasLocal = annotations.length > 0;
    const wanted = new Map<number, LocalAnnotation[]>();
    for (const { annotation, spans } of annotations) {
      for (const span of spans) {
        let found = sections.find(this.lines.positionAt(span.start).line);
        while (found !== undefined) {
          const start = this.lines.offsetOfLine(found.start);
          const length = found.item.segment.text.length;
          const local: LocalAnnotation = {
            id: annotation.id,
            type: annotation.type,
            status: annotation.status,
            start: Math.max(0, span.start - start),
            end: Math.min(length, span.end - start),
          };
          const list = wanted.get(found.index);
          if (list) list.push(local);
          else wanted.set(found.index, [local]);
          const next = found.index + 1;
          if (start + length >= span.end || next >= sections.length) break;
          found = { index: next, start: found.start + found.item.lineCount, item: sections.at(next) };
        }
      }
    }
    let result = sections;
    sections.each((section, index) => {
      const list = wanted.get(index) ?? [];
      if (!equal(section.annotations, list)) result = result.splice(index, 1, [section.withAnnotations(list)]);
    });
    return result;
  }
}

const NONE: readonly AcceptedFinding[] = [];
const NO_RELATIONS: readonly Relation[] = [];

function widen(hull: Hull | undefined, line: number, removed: number, added: number): Hull {
  if (hull === undefined) return { first: line, oldEnd: line + removed, newEnd: line + added };
  // The later change speaks of lines after the earlier one: lines behind the hull are old ones moved by its growth.
  const growth = hull.newEnd - hull.oldEnd;
  const first = Math.min(hull.first, line);
  const end = Math.max(hull.newEnd, line + removed);
  return { first, oldEnd: end - growth, newEnd: end + added - removed };
}

/** The ISO day of publication that the metadata gives, if it can be read. */
export function publishedOf(metadata: Metadata): string | undefined {
  const field = metadata.first('published');
  if (field === undefined || field.field.value === '') return undefined;
  const read = readDate(field.field.value);
  return 'value' in read ? read.value : undefined;
}

function equal(a: readonly LocalAnnotation[], b: readonly LocalAnnotation[]): boolean {
  return (
    a.length === b.length &&
    a.every((x, i) => {
      const y = b[i] as LocalAnnotation;
      return x.id === y.id && x.start === y.start && x.end === y.end && x.type === y.type && x.status === y.status;
    })
  );
}
