import { Disposable, type Memento, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import {
  type ChangeParams,
  changeRequest,
  type EditResult,
  type NewEntityParams,
  newEntityRequest,
  type PrepareTagParams,
  type PrepareTagResult,
  prepareTagRequest,
  type Range,
  type Resized,
  type ResizedParams,
  resizedRequest,
  type Suggestions,
  type SuggestionsParams,
  suggestionsRequest,
  type TypeChoice,
} from '../../../server/src/protocol.ts';
import type { AnnotationEdits, FileChange } from '../apply.ts';
import { annotator } from '../commands/annotator.ts';
import { KeyPicker } from '../commands/keyPicker.ts';
import { pickEntity } from '../commands/pickEntity.ts';
import { count, plainLine, quoted } from '../commands/words.ts';
import { editorOf, Look, toRange } from '../look.ts';
import { inform, tell, tellFailure } from '../messages.ts';
import type { Server } from '../server.ts';
import { takeBack } from '../takeBack.ts';
import { type Action, reasonFor, rowsFor, titleFor, typeRows } from './rows.ts';
import { inSentence } from './sentence.ts';
import { type Decision, ReviewSession } from './session.ts';

export interface ReviewNeeds {
  readonly server: Server;
  readonly edits: AnnotationEdits;
  /** Where a review was left is remembered here. */
  readonly memory: Memento;
}

/** What is known of a decision that was made: how to take it back, as soon as it is written. */
type Written = Promise<readonly FileChange[] | undefined>;

const PLACES = 'seedmark.reviewPlaces';
/** Seeds of which is remembered where their review was left. */
const MOST_PLACES = 200;

/** Starts a review, at a place or where the last one was left. Resolves when it has been left. */
export async function review(needs: ReviewNeeds, document: TextDocument, from: Range | undefined): Promise<void> {
  const start = from?.start ?? placesIn(needs.memory).get(document.uri.toString());
  const [found, types] = await Promise.all([
    suggestionsOf(needs.server, document, start),
    typesOf(needs.server, document),
  ]);
  if (found.suggestions.length === 0) return inform('Nothing is left to decide in this seed.');
  await new Promise<void>((resolve) => new Reviewer(needs, document, found, types, start, resolve));
}

async function suggestionsOf(
  server: Server,
  document: TextDocument,
  around: Range['start'] | undefined,
): Promise<Suggestions> {
  const params: SuggestionsParams = { uri: document.uri.toString(), ...(around === undefined ? {} : { around }) };
  const found = await server.request<Suggestions | null>(suggestionsRequest, params);
  return found ?? { version: document.version, more: false, suggestions: [] };
}

async function typesOf(server: Server, document: TextDocument): Promise<readonly TypeChoice[]> {
  const params: PrepareTagParams = { uri: document.uri.toString(), selections: [] };
  return (await server.request<PrepareTagResult | null>(prepareTagRequest, params))?.types ?? [];
}

/** A review on the screen: the picker, the mark in the text, the status bar, and decisions on their way to the file. */
class Reviewer {
  private session: ReviewSession;
  private version: number;
  /** Further up or down in the text wait suggestions that were not told yet. */
  private more: boolean;
  private resized: Resized | undefined;
  private choosingType = false;
  /** What was pressed before it was known how far the words reach. */
  private readonly waiting: Action[] = [];
  private readonly picker: KeyPicker<string>;
  private readonly look: Look | undefined;
  private readonly status = window.createStatusBarItem('seedmark.review', StatusBarAlignment.Left, 99);
  private readonly written = new Map<Decision, Written>();
  private readonly listener: Disposable;
  private last: Range | undefined;
  private over = false;

  private readonly needs: ReviewNeeds;
  private readonly document: TextDocument;
  private readonly types: readonly TypeChoice[];
  private readonly ended: () => void;

  constructor(
    needs: ReviewNeeds,
    document: TextDocument,
    found: Suggestions,
    types: readonly TypeChoice[],
    from: Range['start'] | undefined,
    ended: () => void,
  ) {
    this.needs = needs;
    this.document = document;
    this.types = types;
    this.ended = ended;
    this.session = new ReviewSession(found.suggestions, from);
    this.version = found.version;
    this.more = found.more;
    const editor = editorOf(document);
    this.look = editor && new Look(editor);
    this.picker = new KeyPicker<string>(
      (id) => this.pick(id),
      () => this.closed(),
    );
    this.status.name = 'Seedmark Review';
    this.status.command = 'seedmark.review';
    this.listener = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed === document && contentChanges.length > 0) void this.readAgain();
    });
    this.show();
    this.picker.show();
    this.status.show();
  }

  private show(): void {
    const { session } = this;
    const { range } = session;
    if (range !== undefined) {
      this.last = range;
      this.look?.at([range]);
    }
    const { decided, total } = session.progress;
    const progress = `${decided} of ${total}`;
    this.status.text = `$(checklist) ${progress}`;
    this.status.tooltip = `Review: ${progress} suggestions decided`;
    this.status.accessibilityInformation = { label: `Seedmark review: ${progress} suggestions decided` };
    const { current } = session;
    if (this.choosingType && current !== undefined) {
      this.picker.update(`Which type? ${titleFor(session)}`, 'Press a letter; Escape goes back.', [
        ...typeRows(this.types, current.type),
        { id: BACK, key: '<', label: '<  Back' },
      ]);
      return;
    }
    this.picker.update(
      titleFor(session),
      reasonFor(session),
      rowsFor(session, range === undefined ? '' : inSentence(range, (line) => this.lineAt(line))),
    );
    if (current === undefined || current.id !== undefined) this.waiting.length = 0;
    else if (this.resized === undefined) void this.measure();
  }

  /** Asks what the words could be widened or narrowed to. */
  private async measure(): Promise<void> {
    const { range } = this.session;
    if (range === undefined) return;
    const params: ResizedParams = { uri: this.document.uri.toString(), range };
    // Without an answer the words stay as long as they are.
    const resized = await this.needs.server.request<Resized | null>(resizedRequest, params).catch(() => null);
    if (this.over || this.session.range !== range) return;
    this.resized = resized ?? { version: this.version };
    for (const action of this.waiting.splice(0)) this.run(action);
  }

  private pick(id: string): void {
    if (this.choosingType) {
      this.choosingType = false;
      if (id !== BACK) this.decide(this.session.accept({ type: id }));
      else this.show();
      return;
    }
    this.run(id as Action);
  }

  private run(action: Action): void {
    const { session, resized } = this;
    // Pressed faster than it was asked how far the words reach; what is pressed behind it is of those words.
    if (this.waiting.length > 0 || (action in NO_WORD && resized === undefined)) {
      this.waiting.push(action);
      return;
    }
    const move = (step: () => void) => {
      step();
      this.resized = undefined;
      this.show();
    };
    const resize = (range: Range | undefined) => {
      if (range === undefined) this.picker.say(NO_WORD[action] ?? '');
      else move(() => session.resize(range, this.wordsAt(range)));
    };
    const actions: Readonly<Record<Action, () => unknown>> = {
      accept: () => this.decide(session.accept()),
      acceptAll: () => this.decide(session.accept({ all: true })),
      reject: () => this.decide(session.reject()),
      rejectEverywhere: () => this.decide(session.reject({ everywhere: true })),
      type: () => {
        this.choosingType = true;
        this.show();
      },
      link: () => this.link(),
      note: () => this.note(),
      wider: () => resize(resized?.wider),
      widerInFront: () => resize(resized?.widerInFront),
      narrower: () => resize(resized?.narrower),
      narrowerInFront: () => resize(resized?.narrowerInFront),
      skip: () => move(() => session.skip()),
      back: () => move(() => session.back()),
      again: () => move(() => session.again()),
      order: () => move(() => session.nextOrder()),
      undo: () => this.undo(),
      leave: () => this.leave(),
    };
    actions[action]();
  }

  private lineAt(line: number): string {
    return line < 0 || line >= this.document.lineCount ? '' : this.document.lineAt(line).text;
  }

  private wordsAt(range: Range): string {
    return this.document.getText(toRange(range)).replace(/\s+/gu, ' ');
  }

  /** Goes on at once; what was decided is written meanwhile, one after another. */
  private decide(decision: Decision | undefined): void {
    if (decision === undefined) return;
    const params: ChangeParams = {
      uri: this.document.uri.toString(),
      targets: decision.targets,
      change: decision.change,
      by: annotator(),
      version: this.version,
    };
    this.write(decision, () => this.needs.server.request<EditResult>(changeRequest, params));
  }

  private write(decision: Decision, compute: () => Promise<EditResult>): void {
    let changed: readonly FileChange[] | undefined;
    const done = (changes: readonly FileChange[]) => {
      changed = changes;
    };
    const notWritten = () => {
      this.session.undo(decision);
      this.resized = undefined;
      if (!this.over) this.show();
      return undefined;
    };
    const written = this.needs.edits.run(this.document, compute, done).then(
      (refusal) => {
        if (refusal === undefined) return changed;
        tell(refusal);
        return notWritten();
      },
      (error) => {
        tellFailure('The decision was not written', error);
        return notWritten();
      },
    );
    this.written.set(decision, written);
    this.resized = undefined;
    this.show();
    if (this.session.current === undefined && this.session.progress.skipped === 0) this.allDone();
  }

  private allDone(): void {
    // Of a long text they come by the thousand.
    if (this.more) return void this.needs.edits.undisturbed(() => this.readAgain());
    const { total } = this.session.progress;
    this.look?.at([]);
    window.setStatusBarMessage(`Seedmark: ${count(total, 'suggestion')} decided, none left`, 5000);
  }

  private async undo(): Promise<void> {
    const decision = this.session.undo();
    if (decision === undefined) return;
    this.resized = undefined;
    this.show();
    const changes = await this.written.get(decision);
    this.written.delete(decision);
    const refusal = changes && (await takeBack(this.needs.edits, this.document, changes));
    if (refusal) tell(refusal);
  }

  private link(): void {
    const { current, range } = this.session;
    if (current === undefined || range === undefined) return;
    const { type, entity } = current;
    const uri = this.document.uri.toString();
    this.picker.standBack();
    pickEntity(this.needs.server, { uri, texts: [this.session.text], type }, entity !== undefined, (pick) => {
      this.picker.show();
      if (pick === undefined) return;
      if (pick.kind !== 'new')
        return this.decide(this.session.accept({ entity: pick.kind === 'known' ? pick.id : '' }));
      const decision = this.session.accept();
      if (decision === undefined) return;
      const params: NewEntityParams = {
        uri,
        name: pick.name,
        type,
        targets: decision.targets,
        by: annotator(),
        version: this.version,
      };
      this.write(decision, () => this.needs.server.request<EditResult>(newEntityRequest, params));
    });
  }

  private note(): void {
    const { current } = this.session;
    if (current === undefined) return;
    const box = window.createInputBox();
    box.title = `Accept ${plainLine(quoted(this.session.text))} as ${plainLine(current.label)}, with a note`;
    box.placeholder = 'The note';
    box.ignoreFocusOut = true;
    let over = false;
    const end = (note: string | undefined) => {
      if (over) return;
      over = true;
      this.picker.show();
      box.dispose();
      if (note !== undefined) this.decide(this.session.accept({ note }));
    };
    box.onDidAccept(() => end(box.value.trim()));
    box.onDidHide(() => end(undefined));
    this.picker.standBack();
    box.show();
  }

  /** The text has changed under the review: what was suggested stands elsewhere now. */
  private async readAgain(): Promise<void> {
    const { range } = this.session;
    const around = range?.start ?? this.last?.start;
    // An answer that fails leaves the list as it is: what is decided then is refused, since the text is another.
    const found = await suggestionsOf(this.needs.server, this.document, around).catch(() => undefined);
    if (this.over || found === undefined || found.version !== this.document.version) return;
    this.session = new ReviewSession(found.suggestions, range?.start ?? this.last?.start);
    this.version = found.version;
    this.more = found.more;
    this.resized = undefined;
    this.show();
  }

  /** Escape leads from the types back to the suggestion, and from there out of the review. */
  private closed(): void {
    if (this.choosingType) {
      this.choosingType = false;
      this.picker.show();
      this.show();
    } else this.leave();
  }

  private leave(): void {
    if (this.over) return;
    this.over = true;
    const { memory } = this.needs;
    const places = placesIn(memory);
    const uri = this.document.uri.toString();
    places.delete(uri);
    const { current } = this.session;
    if (current !== undefined) places.set(uri, current.range.start);
    void memory.update(PLACES, [...places].slice(-MOST_PLACES));
    this.look?.end(this.last);
    Disposable.from(this.picker, this.status, this.listener).dispose();
    this.ended();
  }
}

/** What is said where words cannot be made longer or shorter. */
const NO_WORD: Readonly<Partial<Record<Action, string>>> = {
  wider: 'No word follows.',
  widerInFront: 'No word stands before.',
  narrower: 'This is one word only.',
  narrowerInFront: 'This is one word only.',
};

/** The row that leads back from the types; no type has such an id. */
const BACK = '<';

function placesIn(memory: Memento): Map<string, Range['start']> {
  return new Map(memory.get<readonly [string, Range['start']][]>(PLACES, []));
}
