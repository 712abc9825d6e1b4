import type { NameRecognizer } from '../names/model/recognizer.ts';
import type { Evidence, NameContext } from '../names/types.ts';
import { metadataOf } from '../seed/metadata.ts';
import { readParagraph } from '../seed/paragraphs.ts';
import { parseSeed } from '../seed/seed.ts';
import type { Segment } from '../seed/types.ts';
import { TextLines } from '../text/lines.ts';
import { Sequence } from '../text/sequence.ts';
import { DocumentNames } from './document-names.ts';
import { collect, fullNames } from './referents.ts';
import { Section } from './section.ts';
import { publishedOf } from './seed-document.ts';
import { resolvedInOrder } from './time-values.ts';

/** A name found in a text, offsets in code units of the text as given. */
export interface FoundEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
  readonly evidence: Evidence;
  readonly value?: string;
  readonly entity?: string;
}

/** A time found in a text; `value` as TIMEX3 writes it, `XXXX-XX-XX` where it cannot be told. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly mod?: string;
  /** Of a set: `EVERY`, `EACH`; how often, `2X`. */
  readonly quant?: string;
  readonly freq?: string;
  /** What it hangs on, with the two ends of the stretch between as values where they can be told, the earlier one first. */
  readonly anchor?: {
    readonly start: number;
    readonly end: number;
    readonly relation: 'after' | 'before';
    readonly from?: string;
    readonly to?: string;
  };
}

/**
 * Everything recognised in one text, at once and without a workspace: what the command line prints.
 *
 * @param options.seed the text is a whole seed, header and footer included; else it is body only.
 * @param options.published ISO day of publication; a seed's own metadata serve where it is not given.
 * @param options.recognizer the model; without it names are those of facts, rules and lists.
 */
export function recognizeText(
  text: string,
  names: NameContext,
  options: {
    readonly seed: boolean;
    readonly published?: string | undefined;
    readonly recognizer?: NameRecognizer | undefined;
  },
): { entities: FoundEntity[]; times: FoundTime[] } {
  const segments = options.seed ? parseSeed(text).segments : bodyOf(text);
  const header = segments.find(({ kind }) => kind === 'header');
  const footer = segments.find(({ kind }) => kind === 'footer');
  const published = options.published ?? publishedOf(metadataOf(header, footer));
  const entities: FoundEntity[] = [];
  const times: FoundTime[] = [];
  let base = 0;
  const sections = namedAtOnce(
    segments.map((segment) => new Section(segment, names)),
    options.recognizer,
  );
  const resolved = resolvedInOrder(sections, published);
  for (const section of sections) section.workOut('names');
  const referents = collect(fullNames(sections));
  sections.forEach((section, index) => {
    for (const { start, end, type, score, evidence, value, entity: own } of section.analysis.mentions) {
      const entity = own ?? referents.entityOf(type, section.segment.text.slice(start, end));
      entities.push({
        start: base + start,
        end: base + end,
        type,
        score,
        evidence,
        ...(value === undefined ? {} : { value }),
        ...(entity === undefined ? {} : { entity }),
      });
    }
    for (const { start, end, type, value, mod, meaning, anchor, from, to } of resolved[index] ?? []) {
      const { quant, freq } = meaning?.kind === 'set' ? meaning : {};
      times.push({
        start: base + start,
        end: base + end,
        type,
        value: value ?? 'XXXX-XX-XX',
        ...(mod === undefined ? {} : { mod }),
        ...(quant === undefined ? {} : { quant }),
        ...(freq === undefined ? {} : { freq }),
        ...(anchor === undefined
          ? {}
          : {
              anchor: {
                start: base + anchor.start,
                end: base + anchor.end,
                relation: anchor.relation,
                ...(from === undefined ? {} : { from }),
                ...(to === undefined ? {} : { to }),
              },
            }),
      });
    }
    base += section.segment.text.length;
  });
  return { entities, times };
}

/** The sections of a whole document with what the model finds in them. */
export function namedAtOnce(sections: readonly Section[], recognizer: NameRecognizer | undefined): readonly Section[] {
  if (recognizer === undefined) return sections;
  const names = new DocumentNames(recognizer);
  const all = Sequence.from(sections, ({ lineCount }) => lineCount);
  for (const block of names.waiting(all, 'first')) names.read(block);
  names.settle(all);
  for (const block of names.waiting(all, 'second')) names.find(block);
  return [...names.apply(all)];
}

function bodyOf(text: string): Segment[] {
  const lines = TextLines.from(text);
  const segments: Segment[] = [];
  for (let line = 0; line < lines.count; ) {
    const segment = readParagraph(lines, line, lines.count);
    segments.push(segment);
    line += segment.lineStarts.length;
  }
  return segments;
}
