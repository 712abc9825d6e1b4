import { placeAll } from '../annotations/place.ts';
import { readSidecar } from '../annotations/sidecar.ts';
import type { Sidecar } from '../annotations/types.ts';
import { readSource } from '../facts/source.ts';
import type { Entity } from '../facts/types.ts';
import type { CancellationToken, FileContent, Ports } from '../ports.ts';
import type { Project } from '../project/types.ts';
import { TextLines } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Chunk } from '../text/sequence.ts';
import { flatLine } from '../text/shorten.ts';
import { type AnalyzeOptions, isWorkedOut, sectionsNeeded } from './analysis.ts';
import { missingSeed, missingSources, sourceFiles, unknownEntities } from './dangling.ts';
import type { SeedReader } from './index/jobs.ts';
import { readSeeds } from './index/local-reader.ts';
import { wholeOf } from './index/read-seed.ts';
import type { IndexedSentence, NameIndex } from './index/types.ts';
import { keywordSearch } from './keywords.ts';
import { isSeedByName, KNOWLEDGE_GLOBS, kindOf, SEED_GLOBS, seedOf, sidecarOf } from './kinds.ts';
import { KnowledgeBase } from './knowledge.ts';
import { type LikelySeed, likelySeed } from './likely-seed.ts';
import { Naming } from './naming.ts';
import { OriginTexts } from './origins.ts';
import { ReferredFiles } from './referred-files.ts';
import type { Section } from './section.ts';
import { SeedDocument, type TextChange } from './seed-document.ts';
import { SeedIndex } from './seed-index.ts';
import { attributeProblems, isKnownType, misplacedQuotes, relationProblems, unknownType } from './sidecar-problems.ts';
import { Slices } from './slices.ts';
import type {
  AnnotatedSeed,
  FileProblem,
  Knowledge,
  KnownEntity,
  SeedSnapshot,
  Snapshot,
  YamlSnapshot,
} from './snapshot.ts';
import { type SourceBases, sourcePlaces } from './source-places.ts';
import { damageOf, readStored, type SeedRead, type StoredFiles } from './stored-seed.ts';

/** Milliseconds of reading seeds in the background before others get their turn. */
const INDEX_SLICE = 5;
/** Milliseconds without another change of facts after which all seeds are read with them. */
const FACTS_QUIET = 1_000;

/** Where more aliases came or went, all seeds are read anew. */
const MOST_TOUCHED = 1_000;
/** Open seeds longer than this count as they are on disk, in code units: to describe one costs some milliseconds. */
const MOST_OVERLAID = 200_000;

interface ToldAlias {
  readonly entity: string;
  readonly text: string;
}

const NO_ALIASES: ReadonlyMap<string, ToldAlias> = new Map();

/** The names of an entity, each by what changes something when it comes or goes. */
function aliasesOf({ id, type, name, aliases }: Entity): [string, ToldAlias][] {
  return [name, ...aliases].map((text) => [`${id}\n${type}\n${text}`, { entity: id, text }]);
}

interface YamlDocument {
  lines: TextLines;
  version: number;
  current: YamlSnapshot | undefined;
}

interface SidecarFile {
  readonly text: string;
  readonly sidecar: Sidecar;
  readonly problems: readonly Problem[];
}

export interface WorkspaceOptions {
  /** Called when the index of names is another one, or further: after each batch of seeds. */
  readonly namesChanged?: () => void;
  /** Tells this program from others that may find other names. */
  readonly program?: string;
}

/** How much of all seeds is known: nothing, their metadata, or all that is found in them. */
export type IndexDepth = false | 'metadata' | 'names';

/**
 * The one owner of what changes: open documents, sidecars, facts and project files. Everything else works on the
 * snapshots that it hands out. An open editor's text goes before the file on disk.
 */
export class Workspace {
  private readonly seeds = new Map<string, SeedDocument>();
  private readonly yaml = new Map<string, YamlDocument>();
  private readonly sidecars = new Map<string, SidecarFile>();
  private readonly base = new KnowledgeBase();
  private readonly referred: ReferredFiles;
  /** The texts that annotations were made in. */
  readonly origins: OriginTexts;
  /** The last answer of {@link likelySeed}. */
  private likely: { readonly of: YamlSnapshot; readonly seed: LikelySeed | undefined } | undefined;
  private folders: readonly string[] = [];
  private work: Promise<void> = Promise.resolve();
  private busy = 0;
  /** The closed file whose lines were asked for last: many places of one file are asked for in a row. */
  private lastLines: { readonly text: string; readonly lines: TextLines } | undefined;
  private readonly slices: Slices;
  /** Facts and project files that changed since the readers of seeds heard of it. */
  private readonly knowledgeChanged = new Map<string, string | undefined>();
  private knowledgeTurn = 0;
  /** The aliases that the readers of seeds know, by facts file. */
  private toldAliases: ReadonlyMap<string, ReadonlyMap<string, ToldAlias>> = new Map();
  /** The snapshots of open seeds that the index shows. */
  private readonly overlaid = new Map<string, SeedSnapshot>();
  private readonly naming: Naming;
  private readonly index: SeedIndex;

  private readonly ports: Ports;
  private readonly changed: () => void;

  /**
   * @param changed called when answers given before may differ now for a reason other than an edit of the document
   * itself: facts, project or annotations changed.
   */
  constructor(ports: Ports, changed: () => void = () => undefined, options: WorkspaceOptions = {}) {
    const { namesChanged = () => undefined, program = '' } = options;
    this.ports = ports;
    this.slices = new Slices(ports.clock);
    this.naming = new Naming(ports, this.slices, this.seeds, changed);
    this.referred = new ReferredFiles(ports);
    this.origins = new OriginTexts(ports.blobs);
    this.index = new SeedIndex(ports, {
      corpusChanged: () => this.corpusChanged(),
      namesChanged,
      local: this.localReader(),
      program,
    });
    this.changed = changed;
  }

  // ---- files of the workspace -------------------------------------------------------------------------------------

  /** Reads the facts and project files below some folders and, as deep as `index` says, all seeds there. */
  setFolders(folders: readonly string[], { index = 'metadata' }: { readonly index?: IndexDepth } = {}): void {
    if (index) this.index.setDepth(index);
    this.folders = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
    this.queue(async () => {
      const uris = new Set<string>();
      for (const folder of this.folders) {
        try {
          for (const uri of await this.ports.files.list(folder, KNOWLEDGE_GLOBS)) uris.add(uri);
        } catch (error) {
          this.ports.log.error(`Listing the files below ${folder} failed: ${String(error)}`);
        }
      }
      // What is open may not have been saved yet.
      for (const uri of this.base.uris()) if (!uris.has(uri) && !this.isOpenIn(uri)) this.take(uri, undefined);
      await this.reread([...uris]);
      // What was open before its folder was added belongs to the workspace now.
      for (const [uri, { lines }] of this.yaml) this.take(uri, lines.toString());
      if (!index) return;
      this.tellReaders();
      this.index.readAll(() => this.seedUris(), { again: true });
    });
  }

  /** Tells who reads seeds which facts and project files are others now. */
  private tellReaders(): void {
    const files = [...this.knowledgeChanged];
    this.knowledgeChanged.clear();
    if (files.length === 0) return;
    const before = this.toldAliases;
    const told = new Map(before);
    this.toldAliases = told;
    const touched = { entities: new Set<string>(), aliases: [] as string[] };
    for (const [uri] of files) {
      const now = new Map(this.base.entitiesOf(uri).flatMap((entity) => aliasesOf(entity)));
      told.set(uri, now);
      const then = before.get(uri) ?? NO_ALIASES;
      for (const [one, other] of [
        [now, then],
        [then, now],
      ] as const)
        for (const [key, { entity, text }] of one) {
          if (other.has(key)) continue;
          touched.entities.add(entity);
          touched.aliases.push(text);
        }
    }
    const isFactsOnly = files.every(([uri]) => kindOf(uri) === 'facts');
    this.index.knowledgeChanged(files, isFactsOnly && touched.aliases.length <= MOST_TOUCHED ? touched : undefined);
  }

  /** Resolves when the metadata of all seeds asked for so far are known and, where the index is that deep, names without the model. */
  indexed(): Promise<void> {
    return this.index.done();
  }

  /** Resolves when all is known of all seeds asked for so far. */
  indexedWhole(): Promise<void> {
    return this.index.complete();
  }

  /** Asks the model no more about seeds that nobody changes. */
  stopIndexing(): void {
    this.index.stop();
  }

  /** Whether seeds are being read in the background. */
  get isIndexing(): boolean {
    return this.index.isBusy;
  }

  /** Keeps what is known of the seeds for the next start. */
  keepIndex(): Promise<void> {
    return this.index.keep();
  }

  /** What the seeds of the workspace name; of open ones the present text, as soon as its names are known. */
  get names(): NameIndex {
    const { hasModel } = this.naming;
    for (const seed of this.seeds.values()) {
      const snapshot = seed.snapshot();
      if (this.overlaid.get(seed.uri) === snapshot || !this.index.has(seed.uri) || hasModel === undefined) continue;
      if (snapshot.lines.length > MOST_OVERLAID || !isWorkedOut(snapshot, { model: hasModel })) continue;
      this.overlaid.set(seed.uri, snapshot);
      this.index.overlay(seed.uri, wholeOf({ ...snapshot, sections: [...snapshot.sections], content: [0, 0] }));
    }
    return this.index.names;
  }

  /**
   * The words of sentences, on one line each; undefined of one whose file is not there or has changed so that it does not
   * reach so far. What is open is read as it is in its editor.
   */
  async sentenceTexts(
    places: readonly { readonly uri: string; readonly sentence: IndexedSentence }[],
  ): Promise<(string | undefined)[]> {
    const texts = await this.seedTexts(places.map(({ uri }) => uri));
    return places.map(({ uri, sentence: { start, end } }) => {
      const text = texts.get(uri);
      return text === undefined || end > text.length ? undefined : flatLine(text.slice(start, end));
    });
  }

  /** The present texts of seeds, without byte order marks: of those that are open as they are in their editors. */
  async seedTexts(uris: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
    const all = [...new Set(uris)];
    const closed = all.filter((uri) => !this.seeds.has(uri));
    const contents = closed.length === 0 ? [] : await this.ports.files.readMany(closed);
    const read = new Map(closed.map((uri, i) => [uri, contents[i]?.text]));
    return new Map(all.map((uri) => [uri, this.seeds.get(uri)?.text.toString() ?? read.get(uri)]));
  }

  /** The file that the source of a fact names, if it is known to be there. */
  sourceFile(factsUri: string, source: string): string | undefined {
    const bases = { folder: this.folderOf(factsUri), projectUri: this.projectUri(factsUri) };
    return sourcePlaces(factsUri, readSource(source).path, bases).find((uri) => this.isThere(uri));
  }

  /** Resolves when the model of names has been read, which begins with the first open seed. */
  modelRead(): Promise<void> {
    return this.naming.ready();
  }

  /** What holds for the workspace as a whole: the project of its first folder, and all facts. */
  get ownKnowledge(): Knowledge {
    return this.base.for(this.folders[0] ?? '');
  }

  /** All files below the folders that are seeds. */
  async seedUris(): Promise<string[]> {
    const uris = new Set<string>();
    const list = async (folder: string, globs: readonly string[]) => {
      for (const uri of await this.ports.files.list(folder, globs)) uris.add(uri);
    };
    // A folder that lies below a folder "seeds" holds nothing but seeds.
    for (const folder of this.folders)
      await list(folder, /\/seeds\//.test(folder) ? ['**/*.txt', ...SEED_GLOBS] : SEED_GLOBS);
    for (const { folder, globs } of this.base.seedGlobs()) await list(folder, globs);
    return [...uris].filter((uri) => this.isSeed(uri));
  }

  /** Whether a file is a seed: by its name, or by what the project says. */
  isSeed(uri: string): boolean {
    return isSeedByName(uri) || this.base.isNamedSeed(uri);
  }

  private corpusChanged(): void {
    for (const seed of this.seeds.values()) seed.setCorpus(this.index.view());
    for (const document of this.yaml.values()) document.current = undefined;
    // Also where nothing is open: what seeds name is shown all the same.
    this.changed();
  }

  /** Files that were created, changed or deleted on disk. */
  filesChanged(uris: readonly string[]): void {
    const wanted = uris.filter((uri) => {
      const kind = kindOf(uri);
      return kind === 'sidecar' ? this.seeds.has(seedOf(uri)) : kind !== 'seed' && this.belongs(uri);
    });
    if (wanted.length > 0)
      this.queue(async () => {
        await this.reread(wanted);
        // It may name other files as seeds.
        if (wanted.some((uri) => kindOf(uri) === 'project'))
          this.index.readAll(() => this.seedUris(), { again: false });
      });
    const touched = uris.map((uri) => (kindOf(uri) === 'sidecar' ? seedOf(uri) : uri));
    const seeds = touched.filter((uri) => this.isSeed(uri) && this.folders.some((folder) => uri.startsWith(folder)));
    if (seeds.length > 0) this.index.read(seeds);
    const referred = uris.filter((uri) => this.referred.isThere(uri) !== undefined);
    if (referred.length > 0) this.look(referred);
  }

  private localReader(): SeedReader {
    const { clock, files } = this.ports;
    // Of its own, as threads have it: what is read in between must not depend on what nobody has told yet.
    const base = new KnowledgeBase();
    return {
      setKnowledge: (changed) => base.setFiles(changed),
      stamps: async () => undefined,
      close: () => undefined,
      read: (job) =>
        readSeeds(job, {
          files,
          knowledgeOf: (uri) => base.for(uri),
          recognizer: () => this.naming.recognizerForIndex(),
          origins: this.origins,
          today: () => clock.today(),
          run: (steps) => this.slices.finish(steps, INDEX_SLICE),
        }),
    };
  }

  private look(uris: readonly string[]): void {
    this.queue(async () => {
      // The text of a seed counts while its sidecar is open.
      if (!(await this.referred.look(uris, (uri) => this.yaml.has(sidecarOf(uri))))) return;
      for (const document of this.yaml.values()) document.current = undefined;
      this.changed();
    });
  }

  /** Whether a file is there, as far as it is known: it is open, it is a seed of the workspace, or somebody looked. */
  private isThere(uri: string): boolean | undefined {
    return this.seeds.has(uri) || (this.referred.isThere(uri) ?? (this.index.has(uri) || undefined));
  }

  /**
   * Looks at what an open file of ours refers to: a sidecar to its seed, facts to their sources. `again`: also at what was
   * not there, since of files that are no seeds nobody hears when they come.
   */
  private lookBehind(uri: string, { again = false } = {}): void {
    const kind = kindOf(uri);
    const referred =
      kind === 'sidecar' ? [seedOf(uri)] : kind === 'facts' ? this.sourcesOf(uri).flatMap(({ uris }) => uris) : [];
    const isKnown = (other: string) => {
      const there = this.referred.isThere(other);
      if (there === true && kind === 'sidecar') return this.referred.seedFile(other) !== undefined;
      return there === true || (there === false && !again);
    };
    const unknown = new Set(referred.filter((other) => !isKnown(other)));
    for (const other of unknown) {
      // What was read for its metadata need not be read again, unless its text counts.
      if (kind === 'sidecar' || this.referred.isThere(other) === false || !this.index.has(other)) continue;
      this.referred.setThere(other);
      unknown.delete(other);
    }
    if (unknown.size > 0) this.look([...unknown]);
  }

  /** A seed that is no file is there as long as it is open. */
  private comesOrGoes(uri: string): void {
    if (this.referred.isThere(uri) !== false) return;
    for (const document of this.yaml.values()) document.current = undefined;
    this.changed();
  }

  private sourcesOf(uri: string): ReturnType<typeof sourceFiles> {
    return sourceFiles(this.base.referencesOf(uri), uri, this.basesOf(uri));
  }

  private basesOf(uri: string): SourceBases {
    return { folder: this.folderOf(uri), projectUri: this.projectUri(uri) };
  }

  /** Whether a file of this workspace is open in an editor. */
  private isOpenIn(uri: string): boolean {
    return this.yaml.has(uri) && this.belongs(uri);
  }

  /** Whether a facts or project file is one of this workspace's: below a folder of it, and where it is looked for. */
  private belongs(uri: string): boolean {
    return this.folders.some((folder) => {
      if (!uri.startsWith(folder)) return false;
      const path = `/${uri.slice(folder.length)}`;
      return !/\/(?:node_modules|\.[^/]*)\//.test(path) && kindOf(path) !== 'seed';
    });
  }

  private async reread(uris: readonly string[]): Promise<void> {
    const closed = uris.filter((uri) => !this.yaml.has(uri));
    const contents = await this.ports.files.readMany(closed);
    closed.forEach((uri, i) => {
      if (!this.yaml.has(uri)) this.takeFile(uri, contents[i]);
    });
  }

  private takeFile(uri: string, content: FileContent | undefined): void {
    this.take(uri, content?.text);
  }

  /** Takes the present text of a sidecar, facts or project file; undefined when it is gone. */
  private take(uri: string, text: string | undefined): void {
    const kind = kindOf(uri);
    if (kind === 'sidecar') {
      const seed = this.seeds.get(seedOf(uri));
      // Kept with its seed; nobody would hear that it changed while that is closed.
      if (seed === undefined || this.sidecars.get(uri)?.text === text) return;
      // An empty file is what an undone first annotation leaves: no annotations, and nothing wrong with it.
      if (text === undefined || text.trim() === '') this.sidecars.delete(uri);
      else this.sidecars.set(uri, { text, ...readSidecar(text) });
      this.annotate(seed, this.sidecars.get(uri)?.sidecar);
      return;
    }
    if (text !== undefined && !this.belongs(uri)) return;
    const changed =
      kind === 'facts' ? this.base.setFacts(uri, text) : kind === 'project' && this.base.setProject(uri, text);
    if (!changed) return;
    this.knowledgeChanged.set(uri, text);
    const turn = ++this.knowledgeTurn;
    if (this.index.looksForNames)
      this.ports.clock.later(FACTS_QUIET, () => {
        if (turn === this.knowledgeTurn) this.queue(async () => this.tellReaders());
      });
    for (const document of this.yaml.values()) document.current = undefined;
    for (const seed of this.seeds.values()) seed.setKnowledge(this.base.for(seed.uri));
    this.changed();
  }

  /** Gives a seed its annotations, as soon as the texts are there that their positions were taken from. */
  private annotate(seed: SeedDocument, sidecar: Sidecar | undefined): void {
    if (sidecar === undefined || sidecar.annotations.length === 0) {
      seed.setSidecar(sidecar);
      this.changed();
      return;
    }
    this.queue(async () => {
      const isCurrent = () =>
        this.seeds.get(seed.uri) === seed && this.sidecars.get(seed.sidecarUri)?.sidecar === sidecar;
      // Another one may have come while this one waited.
      if (!isCurrent()) return;
      const lines = seed.text;
      // Typing may have begun already, and an editor may have come back with what it had not saved.
      const earlier = async () => {
        const [file] = await this.ports.files.readMany([seed.uri]);
        return file === undefined ? [seed.opened] : [seed.opened, TextLines.from(file.text)];
      };
      const origins = await this.origins.of(sidecar, seed.uri, lines, earlier);
      if (!isCurrent()) return;
      // What was typed meanwhile makes it another text, whose earlier form is at hand.
      seed.setSidecar(sidecar, seed.text === lines ? origins : { bases: origins.bases });
      this.changed();
    });
  }

  private queue(task: () => Promise<void>): void {
    this.busy++;
    this.work = this.work
      .then(task)
      .catch((error) =>
        this.ports.log.error(`Reading files failed: ${error instanceof Error ? error.stack : String(error)}`),
      )
      .finally(() => {
        this.busy--;
      });
  }

  /** Resolves when all files asked for so far have been read; at once when nothing is under way. */
  async settled(): Promise<void> {
    // What is under way may ask for more.
    while (this.busy > 0) await this.work;
  }

  // ---- documents ---------------------------------------------------------------------------------------------------

  open(uri: string, text: string, version: number): void {
    if (kindOf(uri) !== 'seed') {
      this.yaml.set(uri, { lines: TextLines.from(text), version, current: undefined });
      this.take(uri, text);
      this.lookBehind(uri, { again: true });
      return;
    }
    const sidecarUri = sidecarOf(uri);
    this.comesOrGoes(uri);
    const { today } = this.ports.clock;
    const seed = new SeedDocument(uri, sidecarUri, text, version, this.base.for(uri), this.index.view(), today);
    this.seeds.set(uri, seed);
    this.naming.opened(seed);
    this.index.hurry(uri);
    const sidecar = this.yaml.get(sidecarUri);
    if (sidecar) this.take(sidecarUri, sidecar.lines.toString());
    else this.queue(() => this.reread([sidecarUri]));
  }

  change(uri: string, changes: readonly TextChange[], version: number): void {
    const seed = this.seeds.get(uri);
    if (seed) {
      seed.change(changes, version);
      return;
    }
    const document = this.yaml.get(uri);
    if (!document) return;
    for (const { range, text } of changes)
      document.lines = range
        ? document.lines.change(range.start, range.end, text, { joined: true }).lines
        : TextLines.from(text);
    document.version = version;
    document.current = undefined;
    this.take(uri, document.lines.toString());
    this.lookBehind(uri);
  }

  close(uri: string): void {
    this.comesOrGoes(uri);
    this.seeds.delete(uri);
    this.sidecars.delete(sidecarOf(uri));
    if (this.overlaid.delete(uri)) this.index.overlay(uri, undefined);
    if (kindOf(uri) === 'sidecar') this.referred.forgetText(seedOf(uri));
    // What stood in the editor holds until the file is read again: an unsaved text is dropped then, as the editor did.
    if (this.yaml.delete(uri)) this.queue(() => this.reread([uri]));
  }

  /** The facts and project files that were read. */
  knowledgeUris(): string[] {
    return this.base.uris();
  }

  /** What is known of an open document now; undefined for one that is not open. */
  snapshot(uri: string): Snapshot | undefined {
    return this.seeds.get(uri)?.snapshot() ?? this.yamlSnapshot(uri);
  }

  /** URIs of all open seeds. */
  openSeeds(): string[] {
    return [...this.seeds.keys()];
  }

  seed(uri: string): SeedSnapshot | undefined {
    return this.seeds.get(uri)?.snapshot();
  }

  /**
   * A seed with its annotations as they are now: an open one, else as it is stored, which opens nothing. `files` are what
   * stands on disk; what an editor holds goes before it.
   */
  async readSeed(uri: string, files: StoredFiles): Promise<SeedRead> {
    const sidecarUri = sidecarOf(uri);
    const open = this.seed(uri);
    if (open !== undefined) {
      const known = this.sidecars.get(sidecarUri);
      return { snapshot: open, damage: known && damageOf(known) };
    }
    const edited = this.yaml.get(sidecarUri)?.lines.toString();
    const sidecar = edited === undefined ? files.sidecar : { text: edited, bom: false, utf8: true };
    // What is only read need not be kept, and would push out what will be asked for again.
    const { blobs, clock } = this.ports;
    const origins = new OriginTexts({
      idOf: (text, bom) => blobs.idOf(text, bom),
      textsOf: (ids, at) => blobs.textsOf(ids, at),
      keep: () => undefined,
    });
    const context = { knowledge: this.base.for(uri), corpus: this.index.view(), origins, today: () => clock.today() };
    return readStored(uri, { seed: files.seed, sidecar }, context);
  }

  /** The seeds below the folders that have an annotations file, whether they are there or not; and those that are open. */
  async annotatedSeeds(): Promise<string[]> {
    const uris = new Set(this.seeds.keys());
    for (const folder of this.folders)
      for (const uri of await this.ports.files.list(folder, ['**/*.annotations.yaml'])) uris.add(seedOf(uri));
    return [...uris].sort();
  }

  /** The entries of all facts files by id. */
  entities(): ReadonlyMap<string, KnownEntity> {
    return this.base.allEntities();
  }

  /** Whether some `seedmark.yaml` names files as seeds under `seeds:`. */
  get namesSeeds(): boolean {
    return this.base.namesSeeds;
  }

  /** Whether the `seedmark.yaml` that holds for a file names it as a seed. */
  isNamedSeed(uri: string): boolean {
    return this.base.isNamedSeed(uri);
  }

  /** Sources as the seeds of the workspace write them, the most frequent first. */
  knownSources(): string[] {
    return this.index
      .view()
      .sources.all()
      .map(({ spelling }) => spelling);
  }

  knowledge(uri: string): Knowledge {
    return this.base.for(uri);
  }

  private yamlSnapshot(uri: string): YamlSnapshot | undefined {
    const document = this.yaml.get(uri);
    if (!document) return undefined;
    const today = this.ports.clock.today();
    if (document.current?.today === today) return document.current;
    const project = this.base.projectFor(uri);
    const { problems, sidecar } =
      kindOf(uri) === 'sidecar'
        ? this.sidecarParts(uri, document.lines.toString(), project)
        : { problems: this.knowledgeProblems(uri, project), sidecar: undefined };
    document.current = {
      kind: 'yaml',
      uri,
      version: document.version,
      revision: document.version,
      lines: document.lines,
      problems,
      references: this.base.referencesOf(uri),
      seeds: kindOf(uri) === 'facts' ? [...this.index.uris()] : [],
      bases: this.basesOf(uri),
      project,
      entities: this.base.allEntities(),
      sidecarText: sidecar?.text,
      annotations: sidecar?.annotations ?? [],
      relations: sidecar?.relations ?? [],
      today,
    };
    return document.current;
  }

  private knowledgeProblems(uri: string, project: Project): readonly FileProblem[] {
    const missing = missingSources(this.sourcesOf(uri), (other) => this.isThere(other));
    return [...this.base.problemsOf(uri), ...this.base.factsProblems(uri, project), ...missing];
  }

  private sidecarParts(
    uri: string,
    text: string,
    project: Project,
  ): { problems: readonly Problem[]; sidecar: Sidecar | undefined } {
    if (text.trim() === '') return { problems: [], sidecar: undefined };
    const { sidecar, problems } = readSidecar(text);
    const { annotations } = sidecar;
    const types = annotations
      .filter((annotation) => !isKnownType(project, annotation.type))
      .map(({ type, typeSpan, span }) => unknownType(project, type, typeSpan ?? span));
    const entities = unknownEntities(sidecar, this.base.for(uri), this.base.hasFacts);
    const attributes = attributeProblems(sidecar, project);
    const relations = relationProblems(sidecar, project);
    const orphan = this.isThere(seedOf(uri)) === false ? [missingSeed(text, seedOf(uri))] : [];
    const seed = this.referred.seedFile(seedOf(uri));
    const misplaced =
      seed !== undefined && seed.id === sidecar.text
        ? misplacedQuotes(placeAll(sidecar, seed.text, { textId: seed.id }), seed.text)
        : [];
    const found = [...types, ...entities, ...attributes, ...relations, ...misplaced, ...orphan];
    return { problems: [...problems, ...found], sidecar };
  }

  /** The seed of an open sidecar with the annotations in it: as its editor has it, else as its file does. */
  annotatedSeed({ uri, annotations, sidecarText }: YamlSnapshot): AnnotatedSeed | undefined {
    if (kindOf(uri) !== 'sidecar') return undefined;
    const seedUri = seedOf(uri);
    const open = this.seeds.get(seedUri)?.snapshot();
    if (open !== undefined)
      return { uri: seedUri, lines: open.lines, annotations: open.place({ text: sidecarText, annotations }) };
    const file = this.referred.seedFile(seedUri);
    if (file === undefined) return undefined;
    const placed = placeAll({ text: sidecarText, annotations }, file.text, { textId: file.id });
    return { uri: seedUri, lines: TextLines.from(file.text), annotations: placed };
  }

  /** The seed that an open sidecar without one probably belongs to. Looked for once as long as nothing changed. */
  async likelySeed(snapshot: YamlSnapshot, token: CancellationToken): Promise<LikelySeed | undefined> {
    const { uri } = snapshot;
    if (kindOf(uri) !== 'sidecar' || this.isThere(seedOf(uri)) !== false) return undefined;
    if (this.likely?.of === snapshot) return this.likely.seed;
    const { sidecar } = readSidecar(snapshot.lines.toString());
    const seed = await likelySeed(sidecar, seedOf(uri), this.index.uris(), this.ports, token);
    if (!token.isCancellationRequested) this.likely = { of: snapshot, seed };
    return seed;
  }

  /** The text of a sidecar, facts or project file as it is known now, by lines. */
  linesOf(uri: string): TextLines | undefined {
    const open = this.yaml.get(uri);
    if (open) return open.lines;
    const text = this.sidecars.get(uri)?.text ?? this.base.textOf(uri);
    if (text === undefined) return undefined;
    if (this.lastLines?.text !== text) this.lastLines = { text, lines: TextLines.from(text) };
    return this.lastLines.lines;
  }

  /** The project file that holds for a file. */
  projectUri(uri: string): string | undefined {
    return this.base.projectUriFor(uri);
  }

  get folderCount(): number {
    return this.folders.length;
  }

  /** The workspace folder that holds a file, with its closing slash: the innermost one. */
  folderOf(uri: string): string | undefined {
    return this.folders
      .filter((folder) => uri.startsWith(folder))
      .reduce<string | undefined>((best, folder) => (best && best.length > folder.length ? best : folder), undefined);
  }

  /** The first of some files that is there. */
  async firstThere(uris: readonly string[]): Promise<string | undefined> {
    const contents = await this.ports.files.readMany(uris);
    return uris.find((uri, i) => this.seeds.has(uri) || contents[i] !== undefined);
  }

  /**
   * Where the project of a file is set down: the `seedmark.yaml` that holds for it, or one that is to be made in its
   * workspace folder; undefined for a file outside of all folders.
   */
  projectFileFor(uri: string): string | undefined {
    const folder = this.folderOf(uri);
    return this.base.projectUriFor(uri) ?? (folder === undefined ? undefined : `${folder}seedmark.yaml`);
  }

  /** The present text of a sidecar, facts or project file: the editor's, else the file's as it stands on disk now. */
  async presentText(uri: string): Promise<string | undefined> {
    return (await this.presentTexts([uri]))[0];
  }

  /** The same of many. */
  async presentTexts(uris: readonly string[]): Promise<(string | undefined)[]> {
    const closed = uris.filter((uri) => !this.yaml.has(uri));
    const contents = closed.length === 0 ? [] : await this.ports.files.readMany(closed);
    const read = new Map(closed.map((uri, i) => [uri, contents[i]]));
    return uris.map((uri) => {
      // It may have been opened while it was read: what stands in the editor counts.
      const open = this.yaml.get(uri);
      if (open) return open.lines.toString();
      this.takeFile(uri, read.get(uri));
      return read.get(uri)?.text;
    });
  }

  /**
   * Works out what has not been worked out yet of some lines, in slices between which others get their turn.
   *
   * @returns the document with it, which may be a later snapshot; undefined when the asker no longer wants it.
   */
  async analyze(
    snapshot: SeedSnapshot,
    token: CancellationToken,
    options: AnalyzeOptions = {},
  ): Promise<SeedSnapshot | undefined> {
    const { stage = 'names', fromLine, toLine, names } = options;
    const document = this.seeds.get(snapshot.uri);
    const asked =
      names ?? (fromLine === undefined || toLine === undefined ? undefined : { from: fromLine, to: toLine });
    const named =
      stage === 'names' && document !== undefined
        ? await this.naming.answer(document, snapshot, token, asked)
        : snapshot;
    if (named === undefined) return undefined;
    const waiting = sectionsNeeded(named, stage, options);
    return (await this.slices.run(waiting, token, (section) => section.workOut(stage))) ? named : undefined;
  }

  /** Does something with each of many, in slices between which others get their turn. False when the asker no longer wants it. */
  inSlices<T>(items: readonly T[], token: CancellationToken, work: (item: T) => void): Promise<boolean> {
    return this.slices.run(items, token, work);
  }

  /**
   * Works out sections of a seed that is not open, as if they were all of it.
   *
   * @returns the same sections with the names in them; undefined when the asker no longer wants it.
   */
  async analyzeClosed(sections: readonly Section[], token: CancellationToken): Promise<readonly Section[] | undefined> {
    const named = await this.naming.closed(sections, token);
    if (named === undefined) return undefined;
    return (await this.slices.run(named, token, (section) => section.workOut('names'))) ? named : undefined;
  }

  /** Works out what findings need, in slices. False when the asker no longer wants it. */
  async prepareFindings(snapshot: SeedSnapshot, token: CancellationToken): Promise<boolean> {
    if ((await this.analyze(snapshot, token, { stage: 'times' })) === undefined) return false;
    const search = keywordSearch(snapshot);
    return search === undefined || this.visitChunks(snapshot, token, search);
  }

  /**
   * Calls `work` with each chunk of a seed's sections and those beside it, in slices: what a feature keeps with the
   * chunks is worked out without holding others up. False when the asker no longer wants it.
   */
  visitChunks(
    snapshot: SeedSnapshot,
    token: CancellationToken,
    work: (chunk: Chunk<Section>, before: Chunk<Section> | undefined, behind: Chunk<Section> | undefined) => void,
  ): Promise<boolean> {
    const chunks: Chunk<Section>[] = [];
    snapshot.sections.eachChunk((chunk) => chunks.push(chunk));
    return this.slices.run(chunks, token, (chunk, i) => work(chunk, chunks[i - 1], chunks[i + 1]));
  }
}
