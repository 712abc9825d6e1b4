import type { Entity, FactsReference } from '../facts/types.ts';
import { normal } from '../names/recognize.ts';
import type { NameContext } from '../names/types.ts';
import { readProject } from '../project/read.ts';
import type { Project } from '../project/types.ts';
import { compileGlob, type Glob } from '../text/glob.ts';
import type { Problem } from '../text/problem.ts';
import { FactsFiles } from './facts-files.ts';
import { factsProblems } from './facts-problems.ts';
import { folderOf, kindOf } from './kinds.ts';
import type { FileProblem, Knowledge, KnownEntity } from './snapshot.ts';

interface ProjectFile {
  readonly text: string;
  readonly project: Project;
  readonly problems: readonly Problem[];
  /** `seeds:` as patterns of paths below the file's folder. */
  readonly seeds: readonly Glob[];
}

/**
 * The facts and project files of the workspace, read. A project file holds for its own folder and those below it, the
 * nearest one wins; facts hold for all seeds. Owned by the workspace.
 */
export class KnowledgeBase {
  private readonly facts = new FactsFiles();
  private readonly projects = new Map<string, ProjectFile>();
  private readonly byProject = new Map<string, Knowledge>();
  private readonly nothing = readProject(undefined).project;

  /** Takes a file's text, or undefined when the file is gone. Says whether anything changed. */
  setFacts(uri: string, text: string | undefined): boolean {
    if (!this.facts.set(uri, text)) return false;
    this.byProject.clear();
    return true;
  }

  /** Takes the texts of facts and project files that changed. */
  setFiles(files: Iterable<readonly [uri: string, text: string | undefined]>): void {
    for (const [uri, text] of files)
      if (kindOf(uri) === 'project') this.setProject(uri, text);
      else this.setFacts(uri, text);
  }

  setProject(uri: string, text: string | undefined): boolean {
    if (this.projects.get(uri)?.text === text) return false;
    if (text === undefined) this.projects.delete(uri);
    else {
      const read = readProject(text);
      this.projects.set(uri, { text, ...read, seeds: read.project.seeds.map(compileGlob) });
    }
    this.byProject.clear();
    return true;
  }

  problemsOf(uri: string): readonly Problem[] {
    return this.facts.get(uri)?.problems ?? this.projects.get(uri)?.problems ?? [];
  }

  textOf(uri: string): string | undefined {
    return this.facts.get(uri)?.text ?? this.projects.get(uri)?.text;
  }

  entitiesOf(uri: string): readonly Entity[] {
    return this.facts.get(uri)?.entities ?? [];
  }

  /** What is wrong with a facts file in view of the others and the project. */
  factsProblems(uri: string, project: Project): readonly FileProblem[] {
    return factsProblems(uri, this.facts, project);
  }

  referencesOf(uri: string): readonly FactsReference[] {
    return this.facts.get(uri)?.references ?? [];
  }

  /** Whether there is a facts file at all. */
  get hasFacts(): boolean {
    return this.facts.size > 0;
  }

  /** All facts and project files that are known, so that those gone can be told. */
  uris(): string[] {
    return [...this.facts.uris(), ...this.projects.keys()];
  }

  /** Globs of seeds that the project files name, each counting from its file's folder. */
  seedGlobs(): { readonly folder: string; readonly globs: readonly string[] }[] {
    return [...this.projects]
      .map(([uri, { project }]) => ({ folder: folderOf(uri), globs: project.seeds }))
      .filter(({ globs }) => globs.length > 0);
  }

  projectUriFor(uri: string): string | undefined {
    let best: string | undefined;
    for (const candidate of this.projects.keys()) {
      const folder = folderOf(candidate);
      if (uri.startsWith(folder) && (best === undefined || folder.length > folderOf(best).length)) best = candidate;
    }
    return best;
  }

  projectFor(uri: string): Project {
    const found = this.projectUriFor(uri);
    return (found === undefined ? undefined : this.projects.get(found)?.project) ?? this.nothing;
  }

  /** Whether any project names files as seeds. */
  get namesSeeds(): boolean {
    return [...this.projects.values()].some(({ seeds }) => seeds.length > 0);
  }

  /** Whether the project that holds for a file names it as a seed, under `seeds:`. */
  isNamedSeed(uri: string): boolean {
    const found = this.projectUriFor(uri);
    const seeds = found === undefined ? undefined : this.projects.get(found)?.seeds;
    if (found === undefined || seeds === undefined || seeds.length === 0 || kindOf(uri) !== 'seed') return false;
    const path = pathBelow(uri, folderOf(found));
    return path !== undefined && seeds.some((glob) => glob.test(path));
  }

  /** What holds for a seed. The same object as long as nothing changed. */
  for(uri: string): Knowledge {
    const projectUri = this.projectUriFor(uri);
    const known = this.byProject.get(projectUri ?? '');
    if (known) return known;
    const project = this.projectFor(uri);
    const entities = this.facts.entities();
    const matcher = this.facts.matcher();
    const { never, thresholds } = project;
    const names: NameContext = { matcher, never: new Set(never.map(normal)), thresholds };
    const knowledge = { project, projectUri, entities, names };
    this.byProject.set(projectUri ?? '', knowledge);
    return knowledge;
  }

  /** The entities of all facts files by id; the same object as long as nothing changed. */
  allEntities(): ReadonlyMap<string, KnownEntity> {
    return this.facts.entities();
  }
}

/** The path of a file below a folder, as globs are written; undefined for a file elsewhere. */
export function pathBelow(uri: string, folder: string): string | undefined {
  if (!uri.startsWith(folder)) return undefined;
  try {
    return decodeURIComponent(uri.slice(folder.length).replace(/[?#].*$/s, ''));
  } catch {
    // No URI at all, then it is what it is.
    return uri.slice(folder.length);
  }
}
