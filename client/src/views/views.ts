import { Disposable, type LogOutputChannel, type Memento } from 'vscode';
import type { Overviews } from '../overviews.ts';
import type { Server } from '../server.ts';
import { ActiveSeed } from './activeSeed.ts';
import { AnnotationsView, type ShownView } from './annotationsView.ts';
import { EntitiesView } from './entitiesView.ts';
import { SuggestionsView } from './suggestionsView.ts';
import { Undecided } from './undecided.ts';

export interface ViewsNeeds {
  readonly server: Server;
  readonly overviews: Overviews;
  /** Where is kept how people like the views. */
  readonly memory: Memento;
  readonly log: LogOutputChannel;
}

/** The views of the activity bar: of one seed at a time, and of all. */
export class Views implements Disposable {
  readonly annotations: AnnotationsView;
  readonly suggestions: SuggestionsView;
  readonly entities: EntitiesView;
  private readonly owned: Disposable;

  constructor({ server, overviews, memory, log }: ViewsNeeds) {
    const seed = new ActiveSeed();
    const undecided = new Undecided(server, seed, log);
    this.annotations = new AnnotationsView(seed, overviews, memory);
    this.suggestions = new SuggestionsView(seed, undecided, memory);
    this.entities = new EntitiesView(server, memory, log);
    this.owned = Disposable.from(this.annotations, this.suggestions, this.entities, undecided, seed);
  }

  get shown(): Readonly<Record<'annotations' | 'suggestions' | 'entities', ShownView>> {
    const { annotations, suggestions, entities } = this;
    return { annotations: annotations.shown, suggestions: suggestions.shown, entities: entities.shown };
  }

  dispose(): void {
    this.owned.dispose();
  }
}
