import type { Mention } from '../../names/types.ts';
import { labelOfType } from '../../project/labels.ts';
import { referentsOf } from '../../workspace/referents.ts';
import type { SeedSnapshot } from '../../workspace/snapshot.ts';
import { type Place, rangeIn } from '../locate.ts';
import { escapeMarkdown, fileLink } from '../markdown.ts';

/** Other places of a name shown as links. */
const MOST_PLACES = 6;

/** What people call a type, as Markdown: project files give it. */
export function typeLabel(snapshot: SeedSnapshot, type: string): string {
  return escapeMarkdown(labelOfType(snapshot.knowledge.project, type));
}

/** "Also in this document": other mentions of the same entity or of the same name, in full or in short. */
export function otherPlaces(snapshot: SeedSnapshot, place: Place, mention: Mention): string | undefined {
  const text = place.section.segment.text.slice(mention.start, mention.end);
  const referents = referentsOf(snapshot);
  const full = referents.fullOf(mention.type, text)?.text ?? text;
  const forms = new Set([text, full, ...referents.formsOf(mention.type, full)]);
  const lines: number[] = [];
  let count = 0;
  let line = 0;
  snapshot.sections.each((section) => {
    if (section.isWorkedOut('names')) {
      for (const other of section.analysis.mentions) {
        const same =
          mention.entity !== undefined
            ? other.entity === mention.entity
            : other.type === mention.type && forms.has(section.segment.text.slice(other.start, other.end));
        if (!same || (section === place.section && other.start === mention.start)) continue;
        count++;
        if (lines.length < MOST_PLACES) lines.push(rangeIn(section, line, other).start.line);
      }
    }
    line += section.lineCount;
  });
  if (count === 0) return 'Nowhere else in this document.';
  const links = [...new Set(lines)].map((at) => fileLink(`line ${at + 1}`, snapshot.uri, at)).join(', ');
  return `${count === 1 ? 'Once more' : `${count} more times`} in this document: ${links}${count > lines.length ? ' …' : ''}`;
}
