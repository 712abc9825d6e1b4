import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { computeEdit } from '../../server/src/lsp/edit-requests.ts';
import { isSidecarFix } from '../../server/src/lsp/fixes.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { TextLines } from '../../server/src/text/lines.ts';
import { type Finding, findingsOf } from '../../server/src/workspace/findings.ts';
import { sidecarOf } from '../../server/src/workspace/kinds.ts';
import type { SeedSnapshot, Snapshot } from '../../server/src/workspace/snapshot.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { NEVER_CANCELLED, ROOT, type World, world } from '../support/world.ts';

/** A document and what is found in it. */
export interface Sample {
  /** The document; `⟦` and `⟧` stand round what the findings of the row's code point at. */
  readonly text: string;
  /** Its path; `seeds/a.txt` unless said otherwise. */
  readonly name?: string;
  /** The other files of the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** How much of the other files is known. */
  readonly index?: 'metadata' | 'names';
  /** Codes of other findings that cannot be helped. */
  readonly also?: readonly string[];
}

/** A document in which a finding fires. */
export interface Fires extends Sample {
  /** What its first message says, among other things. */
  readonly says?: string;
  /**
   * The quick fixes of the first finding by their titles, in order, but for those that accept it. What each makes of the
   * document, with `‸` where the cursor is left; or of the sidecar, which begins with `annotations:`. `value: 2021-07-05`
   * stands for an annotation of the very words of the finding that says so.
   */
  readonly fixes?: Readonly<Record<string, string>>;
  /** What accepting the first finding writes into the sidecar. */
  readonly accepted?: string;
}

/** What is known of a code: where it fires and where it must not. */
export interface Cases {
  readonly fires: readonly Fires[];
  readonly silent: readonly Sample[];
}

export type Table = Readonly<Record<string, Cases>>;

export const ACCEPT = /^Accept this finding \(/;
export const SIC = /^Note “sic”: it stands so in the source \(/;

/** A document that is open, with all that is known of it. */
export interface Opened {
  readonly text: string;
  readonly world: World;
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
}

export async function open({
  text: marked,
  name = 'seeds/a.txt',
  files = {},
  index = 'metadata',
}: Sample): Promise<Opened> {
  const text = unmarked(marked);
  const files_ = world({ ...files, [name]: text });
  const workspace = new Workspace(files_);
  workspace.setFolders([ROOT], { index });
  workspace.open(ROOT + name, text, 1);
  await workspace.settled();
  await workspace.indexedWhole();
  await workspace.settled();
  const snapshot = workspace.snapshot(ROOT + name);
  if (snapshot === undefined) throw new Error(`${name} did not open`);
  if (snapshot.kind === 'seed') await workspace.analyze(snapshot, NEVER_CANCELLED);
  return { text, world: files_, workspace, snapshot };
}

export function unmarked(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

/** The text with marks round the spans of findings; those at one place get one pair. */
export function marked(text: string, findings: readonly Finding[]): string {
  let result = '';
  let at = 0;
  const places = new Set<string>();
  for (const { span } of findings) {
    const place = `${span.start}-${span.end}`;
    if (places.has(place)) continue;
    places.add(place);
    if (span.start < at) throw new Error(`the finding at ${place} overlaps the one before`);
    result += `${text.slice(at, span.start)}⟦${text.slice(span.start, span.end)}⟧`;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The findings of one code, and the codes of all others. */
export function findingsIn({ snapshot }: Opened, code: string): { own: Finding[]; others: string[] } {
  const all = findingsOf(snapshot);
  return {
    own: all.filter((finding) => finding.code === code),
    others: [...new Set(all.map((finding) => finding.code).filter((other) => other !== code))].sort(),
  };
}

/** The quick fixes of one finding. */
export function fixesOf(snapshot: SeedSnapshot, finding: Finding, snippets = false): CodeAction[] {
  return codeActions(snapshot, { start: finding.start, end: finding.end }, { snippets }).filter((action) =>
    action.diagnostics?.some(
      ({ code, message, range }) =>
        code === finding.code && message === finding.message && range.start.character === finding.start.character,
    ),
  );
}

/** What a fix leaves: the text of the seed, with the cursor if there is one, and that of its sidecar. */
export interface Fixed {
  readonly text: string;
  readonly sidecar: string | undefined;
  /** A facts file that it changes instead. */
  readonly facts?: { readonly path: string; readonly text: string };
}

export async function applyFix(opened: Opened, action: CodeAction): Promise<Fixed> {
  const { snapshot, workspace, world: ports, text } = opened;
  if (snapshot.kind !== 'seed') throw new Error('only seeds have fixes');
  const before = ports.disk.get(snapshot.sidecarUri);
  if (action.edit) {
    const changes = action.edit.changes?.[snapshot.uri] ?? [];
    const documents = (action.edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
    const lines = TextLines.from(text);
    const edits = [...changes, ...documents].map((edit) => ({
      start: lines.offsetAt(edit.range.start),
      end: lines.offsetAt(edit.range.end),
      newText: 'snippet' in edit ? edit.snippet.value.replace('$0', '‸').replace(/\\([\\$}])/g, '$1') : edit.newText,
    }));
    return { text: applyEdits(text, edits), sidecar: before };
  }
  if (!isSidecarFix(action.data)) throw new Error(`“${action.title}” does nothing`);
  const { method, params } = action.data;
  const result = await computeEdit(workspace, ports, snapshot, method, { ...params, by: '' });
  if (!('files' in result)) throw new Error(result.problem);
  const [file, ...more] = result.files;
  if (file === undefined || more.length > 0) throw new Error(`“${action.title}” changes ${result.files.length} files`);
  const isSidecar = file.uri === snapshot.sidecarUri;
  if (!isSidecar && !file.uri.startsWith(`${ROOT}facts/`)) throw new Error(`“${action.title}” changes ${file.uri}`);
  const old = ports.disk.get(file.uri) ?? '';
  const lines = TextLines.from(old);
  const edits = file.edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
  const now = applyEdits(old, edits);
  if (isSidecar) return { text, sidecar: now };
  return { text, sidecar: before, facts: { path: file.uri.slice(ROOT.length), text: now } };
}

/** The sample as a fix leaves it. */
export function afterFix(sample: Sample, { text, sidecar, facts }: Fixed): Sample {
  const { name = 'seeds/a.txt', files = {} } = sample;
  return {
    ...sample,
    text: text.replace('‸', ''),
    files: {
      ...files,
      ...(sidecar === undefined ? {} : { [sidecarOf(name)]: sidecar }),
      ...(facts === undefined ? {} : { [facts.path]: facts.text }),
    },
  };
}

/** The one annotation of a seed, in short: `value: 2021-07-05`, if it stands exactly where the finding does. */
export function valueAt({ snapshot }: Opened, { span }: Finding): string | undefined {
  const [placed, ...more] = snapshot.kind === 'seed' ? snapshot.annotations : [];
  const [at] = placed?.spans ?? [];
  if (placed?.state !== 'exact' || more.length > 0 || at?.start !== span.start || at.end !== span.end) return undefined;
  return `value: ${placed.annotation.attributes.get('value')}`;
}

/** What a sidecar says, without the lines that every one begins with; ids are a matter of chance. */
export function saidIn(sidecar: string | undefined): string | undefined {
  return sidecar?.replace(/^seedmark: 1\ntext: \S+\n/, '').replace(/^( *- id: )\S+$/gm, '$1…');
}
