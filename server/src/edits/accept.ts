import { readSidecarTree, SIDECAR_VERSION, type SidecarTree } from '../annotations/sidecar.ts';
import type { AcceptedFinding, PlacedAnnotation } from '../annotations/types.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { appendToList, listLines } from '../yaml/append.ts';
import type { EntryPair } from '../yaml/entry.ts';
import { quoteYaml } from '../yaml/quote.ts';
import { joined, lineEndOf } from '../yaml/splice.ts';
import { check, type Refused } from './annotations-check.ts';
import { joinBy } from './join-by.ts';
import { placesOf, reanchor, refuseDamaged, type SidecarInput } from './reanchor.ts';

/** What is written of a finding that is accepted. */
export type Acceptance = Pick<AcceptedFinding, 'code' | 'quote' | 'field' | 'before' | 'after' | 'note'>;

export interface AcceptInput extends SidecarInput {
  readonly finding: Acceptance;
  /** The annotator's name; '' for none. */
  readonly by: string;
  /** ISO date; '' for none. */
  readonly today: string;
}

/** Writes into the sidecar that a finding was seen and accepted; it comes last in the list `accepted`. */
export function acceptEdit(input: AcceptInput): { readonly edits: TextEdit[] } | Refused {
  const { textId, sidecar = '' } = input;
  const pairs = pairsOf(input);
  if (/^\ufeff?\s*$/.test(sidecar)) return { edits: [fresh(sidecar, textId, pairs)] };
  const tree = readSidecarTree(sidecar);
  const refused = refuseDamaged(tree, sidecar);
  if (refused) return refused;
  // Nothing but comments: they stay on top.
  if (tree.root === undefined) return { edits: [fresh(sidecar, textId, pairs)] };
  const placed = placesOf(input)(tree.sidecar);
  const anchored = reanchor(sidecar, tree, placed, input, new Set());
  if (!Array.isArray(anchored)) return anchored;
  const same = tree.sidecar.accepted.find((entry) => saysTheSame(entry, input.finding));
  if (same !== undefined) return join(input, sidecar, tree, placed, anchored, same);
  const appended = appendToList(sidecar, tree.root, 'accepted', [pairs]);
  if (appended === undefined) {
    const span = tree.root.entries.get('accepted')?.value.span ?? { start: 0, end: 0 };
    return {
      problem: 'The key “accepted” has no list that can be written to. Write a list there, then accept again.',
      span,
    };
  }
  const edits = joined([...anchored, ...appended]);
  const wrong = check(sidecar, edits, tree, placed, input, new Set(), [], { except: 'accepted' });
  if (wrong) return wrong;
  const after = readSidecarTree(applyEdits(sidecar, edits)).sidecar.accepted;
  const last = after.at(-1);
  const kept = JSON.stringify(tree.sidecar.accepted.map(saying)) === JSON.stringify(after.slice(0, -1).map(saying));
  if (kept && last && JSON.stringify(saying({ ...last, ...input.finding })) === JSON.stringify(saying(last)))
    return { edits };
  const span = tree.root.entries.get('accepted')?.keySpan ?? { start: 0, end: 0 };
  return { problem: 'The list “accepted” is written in a way that cannot be added to. Add the entry by hand.', span };
}

/** Somebody else has accepted the finding: the name goes beside theirs. */
function join(
  input: AcceptInput,
  sidecar: string,
  tree: SidecarTree,
  placed: readonly PlacedAnnotation[],
  anchored: readonly TextEdit[],
  same: AcceptedFinding,
): { readonly edits: TextEdit[] } | Refused {
  const name = input.by.trim();
  const span = same.span;
  if (name === '' || same.by.includes(name)) return { problem: 'This finding is accepted already.', span };
  const list = tree.root?.entries.get('accepted')?.value;
  const node =
    list?.kind === 'seq' ? list.items.find(({ value }) => value.span.start === span.start)?.value : undefined;
  const edit = node?.kind === 'map' && !list?.alias ? joinBy(sidecar, node, name) : undefined;
  const problem = 'This finding is accepted already, and no name can be added to the entry. Add it by hand.';
  if (edit === undefined) return { problem, span };
  const edits = joined([...anchored, edit]);
  const wrong = check(sidecar, edits, tree, placed, input, new Set(), [], { except: 'accepted' });
  if (wrong) return wrong;
  const after = readSidecarTree(applyEdits(sidecar, edits)).sidecar.accepted.map(saying);
  const wanted = tree.sidecar.accepted.map((entry) =>
    saying(entry === same ? { ...entry, by: [...entry.by, name] } : entry),
  );
  return JSON.stringify(after) === JSON.stringify(wanted) ? { edits } : { problem, span };
}

/** Whether an entry accepts this very finding, and says all that is to be said of it. */
function saysTheSame(entry: AcceptedFinding, { code, quote, field, before, after, note = '' }: Acceptance): boolean {
  return (
    entry.code === code &&
    entry.quote === quote &&
    entry.field === field &&
    entry.before === before &&
    entry.after === after &&
    (note === '' || entry.note === note)
  );
}

function fresh(sidecar: string, textId: string, pairs: readonly EntryPair[]): TextEdit {
  const lineEnd = lineEndOf(sidecar);
  const lines = [`seedmark: ${SIDECAR_VERSION}`, `text: ${quoteYaml(textId)}`, ...listLines('accepted', [pairs], 0, 2)];
  const open = sidecar.trim() !== '' && !/[\r\n]$/.test(sidecar);
  return {
    start: sidecar.length,
    end: sidecar.length,
    newText: (open ? lineEnd : '') + lines.join(lineEnd) + lineEnd,
  };
}

function pairsOf({ finding, by, today }: AcceptInput): EntryPair[] {
  const { code, quote, field, before, after, note } = finding;
  const pairs: EntryPair[] = [{ key: 'code', value: code }];
  if (field !== undefined) pairs.push({ key: 'field', value: field });
  if (quote !== undefined) pairs.push({ key: 'quote', value: quote });
  if (before !== '') pairs.push({ key: 'before', value: before, quoted: true });
  if (after !== '') pairs.push({ key: 'after', value: after, quoted: true });
  if (note !== undefined && note !== '') pairs.push({ key: 'note', value: note });
  if (by.trim() !== '') pairs.push({ key: 'by', value: [by.trim()] });
  if (today !== '') pairs.push({ key: 'on', value: today });
  return pairs;
}

/** All but the place in the file. */
function saying({ span: _, ...rest }: AcceptedFinding): unknown {
  const { code, quote = '', field = '', before, after, note = '', by, on = '' } = rest;
  return [code, quote, field, before, after, note, by, on];
}
