import { parseFooter } from '../seed/footer.ts';
import { parseHeader } from '../seed/header.ts';
import { readParagraph } from '../seed/paragraphs.ts';
import type { Segment } from '../seed/types.ts';
import type { TextLines } from '../text/lines.ts';
import { Sequence } from '../text/sequence.ts';
import type { Section } from './section.ts';

/** Lines `first` to before `oldEnd` of the old text became lines `first` to before `newEnd` of the new one. */
export interface Hull {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A seed cut into sections, with what is needed to cut it again after a change. */
export interface Cut {
  readonly lines: TextLines;
  readonly sections: Sequence<Section>;
  readonly header: Segment | undefined;
  readonly footer: Segment | undefined;
  /** First line behind the header, and how many lines were looked at to know. */
  readonly bodyStart: number;
  readonly headerReads: number;
  /** First line of the footer (the number of lines where there is none), and how many lines from the end on were looked at. */
  readonly bodyEnd: number;
  readonly footerReads: number;
}

type MakeSection = (segment: Segment) => Section;

const lineCount = (section: Section): number => section.lineCount;

/** Cuts a text from nothing. */
export function cut(lines: TextLines, make: MakeSection): Cut {
  const header = parseHeader(lines);
  const footer = parseFooter(lines, header.lines);
  const sections: Section[] = [];
  if (header.segment) sections.push(make(header.segment));
  for (let line = header.lines; line < footer.start; ) {
    const segment = readParagraph(lines, line, footer.start);
    sections.push(make(segment));
    line += segment.lineStarts.length;
  }
  if (footer.segment) sections.push(make(footer.segment));
  return {
    lines,
    sections: Sequence.from(sections, lineCount),
    header: header.segment,
    footer: footer.segment,
    bodyStart: header.lines,
    headerReads: header.reads,
    bodyEnd: footer.start,
    footerReads: footer.reads,
  };
}

/**
 * Cuts a changed text again where it changed. Equal to {@link cut} of the new text, since every boundary depends on the
 * segment before it and the first line behind it only: reading starts one paragraph before the change and stops at the
 * first old boundary behind it. Sections whose text is the same are kept as they are.
 */
export function recut(old: Cut, lines: TextLines, hull: Hull, make: MakeSection): Cut {
  const delta = lines.count - old.lines.count;
  const headerChanged = hull.first < old.headerReads;
  const header = headerChanged
    ? keeping(parseHeader(lines), old.header)
    : { segment: old.header, lines: old.bodyStart, reads: old.headerReads };
  const footerChanged = headerChanged || old.lines.count - hull.oldEnd < old.footerReads;
  const footer = footerChanged
    ? keeping(parseFooter(lines, header.lines), old.footer)
    : { segment: old.footer, start: old.bodyEnd + delta, reads: old.footerReads };
  const footerMoved = footer.start !== old.bodyEnd + delta;

  const oldFirst = old.header ? 1 : 0;
  const oldLast = old.sections.length - (old.footer ? 1 : 0);
  let keepFront = 0;
  let line = header.lines;
  if (!headerChanged) {
    // A footer that grew begins before the change, where paragraphs were.
    const changed = Math.min(hull.first, footer.start);
    const at = changed >= old.bodyEnd ? oldLast : (old.sections.find(changed)?.index ?? oldLast);
    // The boundary before the changed paragraph was set with a look at its first line: read that one again too.
    keepFront = Math.max(oldFirst, at - 1);
    line = old.sections.before(keepFront);
  }

  const segments: Segment[] = [];
  if (headerChanged && header.segment) segments.push(header.segment);
  let keepFrom = oldLast;
  while (line < footer.start) {
    if (!footerMoved && line >= hull.newEnd) {
      const found = old.sections.find(line - delta);
      if (
        found &&
        found.start === line - delta &&
        found.index >= Math.max(keepFront, oldFirst) &&
        found.index < oldLast
      ) {
        keepFrom = found.index;
        break;
      }
    }
    const segment = readParagraph(lines, line, footer.start);
    segments.push(segment);
    line += segment.lineStarts.length;
  }
  let removeTo = keepFrom;
  if (footerChanged && keepFrom === oldLast) {
    if (footer.segment) segments.push(footer.segment);
    removeTo = old.sections.length;
  }

  const reusable = new Map<string, Section>();
  old.sections.each((section) => reusable.set(key(section.segment), section), keepFront, removeTo);
  const added = segments.map((segment) => {
    const known = reusable.get(key(segment));
    // A section stands in one place only: what it says counts once for each paragraph that says it.
    reusable.delete(key(segment));
    return known ?? make(segment);
  });
  let sections = old.sections.splice(keepFront, removeTo - keepFront, added);
  if (footerChanged && keepFrom !== oldLast) sections = replaceFooter(sections, old, footer.segment, make);
  return {
    lines,
    sections,
    header: header.segment,
    footer: footer.segment,
    bodyStart: header.lines,
    headerReads: header.reads,
    bodyEnd: footer.start,
    footerReads: footer.reads,
  };
}

/** A header or footer that was read again and says what it said stays the same object: what is kept with it goes on to hold. */
function keeping<R extends { readonly segment: Segment | undefined }>(read: R, old: Segment | undefined): R {
  const { segment } = read;
  return segment !== undefined && old !== undefined && key(segment) === key(old) ? { ...read, segment: old } : read;
}

function replaceFooter(
  sections: Sequence<Section>,
  old: Cut,
  footer: Segment | undefined,
  make: MakeSection,
): Sequence<Section> {
  if (footer && old.footer && key(footer) === key(old.footer)) return sections;
  const remove = old.footer ? 1 : 0;
  return sections.splice(sections.length - remove, remove, footer ? [make(footer)] : []);
}

/** Equal keys, equal segments: the same text holds one line more at the end of a seed, where the last one is empty. */
function key(segment: Segment): string {
  return `${segment.kind} ${segment.lineStarts.length} ${segment.text}`;
}
