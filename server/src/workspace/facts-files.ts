import { readFacts } from '../facts/read.ts';
import type { Entity, FactsReference } from '../facts/types.ts';
import { readAliases, SetMatcher } from '../names/matcher.ts';
import type { NameSet } from '../names/name-set.ts';
import type { Alias } from '../names/types.ts';
import type { Problem } from '../text/problem.ts';
import { PatchedMap } from './patched-map.ts';
import type { KnownEntity } from './snapshot.ts';

/** A facts file as it was read. */
export interface FactsFile {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly problems: readonly Problem[];
  readonly references: readonly FactsReference[];
}

/** What the files say together. */
interface Together {
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** The entries of each id that several have, in the order in which they count. */
  readonly repeated: ReadonlyMap<string, readonly KnownEntity[]>;
}

interface Names {
  /** The entries that an earlier one with their id hides. */
  readonly hidden: ReadonlySet<Entity>;
  readonly set: NameSet;
}

/**
 * The facts files of the workspace. What is made of one file is kept with it: when another one changes, its entries are
 * not read and its names not cut into units again.
 */
export class FactsFiles {
  private readonly files = new Map<string, FactsFile>();
  private readonly names = new WeakMap<FactsFile, Names>();
  /** As it was put together last; `changed` since then are files that only say something else of the same entities. */
  private whole: Together | undefined;
  private readonly changed = new Set<string>();
  private together: Together | undefined;
  private latest: SetMatcher | undefined;
  /** Whether the latest matcher is that of the present files; else a new one takes over from it. */
  private isCurrent = false;

  get size(): number {
    return this.files.size;
  }

  uris(): Iterable<string> {
    return this.files.keys();
  }

  get(uri: string): FactsFile | undefined {
    return this.files.get(uri);
  }

  /** Takes a file's text, or undefined when the file is gone. Says whether anything changed. */
  set(uri: string, text: string | undefined): boolean {
    const before = this.files.get(uri);
    if (before?.text === text) return false;
    const file = text === undefined ? undefined : { text, ...readFacts(text) };
    if (file === undefined) this.files.delete(uri);
    else this.files.set(uri, file);
    if (this.whole?.repeated.size === 0 && hasSameIds(before, file)) this.changed.add(uri);
    else this.whole = undefined;
    this.together = undefined;
    this.isCurrent = false;
    return true;
  }

  /** The entities of all files by id; the same object as long as nothing changed. Of an id given twice the first entry counts. */
  entities(): ReadonlyMap<string, KnownEntity> {
    return this.all().entities;
  }

  /** The entries with an id that several have, in the order in which they count; [] for other ids. */
  entriesOf(id: string): readonly KnownEntity[] {
    return this.all().repeated.get(id) ?? [];
  }

  /** Finds the names of all entities. The same object as long as nothing changed. */
  matcher(): SetMatcher {
    if (this.latest === undefined || !this.isCurrent) {
      const hidden = this.hiddenEntries();
      const sets = this.inOrder().map((uri) => this.namesOf(this.files.get(uri) as FactsFile, hidden.get(uri) ?? NONE));
      this.latest = new SetMatcher(sets, this.latest);
      this.isCurrent = true;
    }
    return this.latest;
  }

  private all(): Together {
    if (this.whole === undefined || this.patchSize() > this.whole.entities.size / 4 + FEW) {
      this.whole = this.putTogether();
      this.changed.clear();
      this.together = this.whole;
    }
    this.together ??= { ...this.whole, entities: this.patched(this.whole.entities) };
    return this.together;
  }

  private putTogether(): Together {
    const entities = new Map<string, KnownEntity>();
    const repeated = new Map<string, KnownEntity[]>();
    for (const uri of this.inOrder())
      for (const entity of this.files.get(uri)?.entities ?? []) {
        const known = entities.get(entity.id);
        if (known === undefined) {
          entities.set(entity.id, { entity, uri });
          continue;
        }
        const entries = repeated.get(entity.id);
        if (entries === undefined) repeated.set(entity.id, [known, { entity, uri }]);
        else entries.push({ entity, uri });
      }
    return { entities, repeated };
  }

  private patchSize(): number {
    let size = 0;
    for (const uri of this.changed) size += this.files.get(uri)?.entities.length ?? 0;
    return size;
  }

  /** Entities as they are now in the files that changed. */
  private patched(entities: ReadonlyMap<string, KnownEntity>): ReadonlyMap<string, KnownEntity> {
    const patch = new Map<string, KnownEntity>();
    for (const uri of this.changed)
      for (const entity of this.files.get(uri)?.entities ?? []) patch.set(entity.id, { entity, uri });
    return new PatchedMap(entities, patch);
  }

  /** Files in order of their names, so that an id given twice always means the same entry. */
  private inOrder(): string[] {
    return [...this.files.keys()].sort();
  }

  /** By file. */
  private hiddenEntries(): ReadonlyMap<string, ReadonlySet<Entity>> {
    const hidden = new Map<string, Set<Entity>>();
    for (const [, ...others] of this.all().repeated.values())
      for (const { uri, entity } of others) {
        const entries = hidden.get(uri);
        if (entries === undefined) hidden.set(uri, new Set([entity]));
        else entries.add(entity);
      }
    return hidden;
  }

  /** The names of the entries of a file that count. */
  private namesOf(file: FactsFile, hidden: ReadonlySet<Entity>): NameSet {
    const known = this.names.get(file);
    if (known !== undefined && isSame(known.hidden, hidden)) return known.set;
    const set = readAliases(aliasesOf(file.entities, hidden));
    this.names.set(file, { hidden, set });
    return set;
  }
}

const NONE: ReadonlySet<Entity> = new Set();
/** So many entities may differ from those that were put together last, and a quarter of them. */
const FEW = 1000;

function isSame(one: ReadonlySet<Entity>, other: ReadonlySet<Entity>): boolean {
  return one.size === other.size && [...one].every((entity) => other.has(entity));
}

function hasSameIds(one: FactsFile | undefined, other: FactsFile | undefined): boolean {
  if (one === undefined || other === undefined || one.entities.length !== other.entities.length) return false;
  return one.entities.every(({ id }, i) => id === other.entities[i]?.id);
}

function* aliasesOf(entities: readonly Entity[], hidden: ReadonlySet<Entity>): Generator<Alias> {
  for (const entity of entities) {
    if (hidden.has(entity)) continue;
    const { id, type, name, aliases } = entity;
    yield { text: name, type, entity: id };
    for (const text of aliases) yield { text, type, entity: id };
  }
}
