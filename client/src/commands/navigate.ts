import { type TextDocument, window } from 'vscode';
import {
  type Overview,
  type OverviewParams,
  overviewRequest,
  type Range,
  type Suggestions,
  type SuggestionsParams,
  suggestionsRequest,
} from '../../../server/src/protocol.ts';
import { editorOf } from '../look.ts';
import { inform } from '../messages.ts';
import type { Server } from '../server.ts';
import { show } from '../views/show.ts';
import { type Direction, step } from './spots.ts';
import { findSeed } from './target.ts';
import { plain, quoted } from './words.ts';

/** How long the status bar says where one is. */
const SAID_FOR = 6000;

/** A place to go to, and what it is. */
interface Spot {
  readonly range: Range;
  readonly what: string;
  readonly words: string;
}

interface Course {
  spots(document: TextDocument): Promise<readonly Spot[]>;
  /** What is said where there is nowhere to go. */
  readonly none: string;
}

/** "Next Annotation", "Previous Annotation": confirmed, suggested or rejected, each part of one that has several. */
export function goToAnnotation(server: Server, direction: Direction): Promise<void> {
  return go(direction, {
    none: 'Nothing is annotated in this seed.',
    async spots(document) {
      const { annotations } = await overviewOf(server, document);
      return annotations.flatMap(({ ranges, label, status, quote }) =>
        ranges.map((range) => ({ range, what: status === 'confirmed' ? label : `${label}, ${status}`, words: quote })),
      );
    },
  });
}

/** "Next Suggestion", "Previous Suggestion": the names and times that nobody has decided on. */
export function goToSuggestion(server: Server, direction: Direction): Promise<void> {
  return go(direction, {
    none: 'Everything that was found in this seed is decided.',
    async spots(document) {
      const params: SuggestionsParams = { uri: document.uri.toString(), ...around(document) };
      const answer = await server.request<Suggestions | null>(suggestionsRequest, params);
      return (answer?.suggestions ?? []).map(({ range, label, text }) => ({ range, what: label, words: text }));
    },
  });
}

/** Where the cursor is: of a long text not all is told. */
function around(document: TextDocument): Pick<SuggestionsParams, 'around'> {
  const active = editorOf(document)?.selection.active;
  return active === undefined ? {} : { around: { line: active.line, character: active.character } };
}

/** "Next Orphan": where annotations were that have lost their place. */
export function goToOrphan(server: Server): Promise<void> {
  return go('next', {
    none: 'Every annotation of this seed has its place.',
    async spots(document) {
      const { annotations } = await overviewOf(server, document);
      return annotations
        .filter(({ ranges }) => ranges.length === 0)
        .map(({ region, label, quote }) => ({
          // One that was never placed is told of at the top.
          range: region ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          what: `${label} without a place`,
          words: quote,
        }));
    },
  });
}

async function go(direction: Direction, course: Course): Promise<void> {
  const target = await findSeed(undefined);
  if (target === undefined) return;
  const { document } = target;
  const spots = await course.spots(document);
  const [from = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }] = target.selections;
  const found = step(spots, from, direction);
  if (found === undefined) return inform(course.none);
  const { spot, number, of, wrapped } = found;
  await show(document.uri, [spot.range], { preserveFocus: false });
  const where = wrapped ? (direction === 'next' ? 'From the top again: ' : 'From the end again: ') : '';
  window.setStatusBarMessage(plain(`${where}${spot.what} ${quoted(spot.words)}, ${number} of ${of}`), SAID_FOR);
}

function overviewOf(server: Server, document: TextDocument): Promise<Overview> {
  const params: OverviewParams = { uri: document.uri.toString() };
  return server.request<Overview>(overviewRequest, params);
}
