import type { AcceptedFinding, Annotation, Place, PlacedAnnotation, Relation } from '../annotations/types.ts';
import type { Entity, FactsReference } from '../facts/types.ts';
import type { NameContext } from '../names/types.ts';
import type { Project } from '../project/types.ts';
import type { Metadata, MetadataProblem } from '../seed/metadata.ts';
import type { Segment } from '../seed/types.ts';
import type { TextLines } from '../text/lines.ts';
import type { Problem } from '../text/problem.ts';
import type { Sequence } from '../text/sequence.ts';
import type { Span } from '../text/span.ts';
import type { Corpus } from './corpus.ts';
import type { Section } from './section.ts';
import type { SourceBases } from './source-places.ts';

/** An entity and the facts file that holds it. */
export interface KnownEntity {
  readonly entity: Entity;
  readonly uri: string;
}

/** What a folder's facts and project files say: the inputs that all its seeds share. */
export interface Knowledge {
  readonly project: Project;
  /** URI of the `seedmark.yaml` that holds, if there is one. */
  readonly projectUri: string | undefined;
  readonly entities: ReadonlyMap<string, KnownEntity>;
  readonly names: NameContext;
}

/**
 * A seed and everything that is known of it at one moment. Readers keep it as long as they like: nothing in it
 * changes. (The analysis of a section is made when it is first looked at; it depends on what stands here only.)
 */
export interface SeedSnapshot {
  readonly kind: 'seed';
  readonly uri: string;
  /** The editor's version of the text. */
  readonly version: number;
  /** Counts every change of the text or of what it is read with. */
  readonly revision: number;
  readonly lines: TextLines;
  readonly sections: Sequence<Section>;
  readonly header: Segment | undefined;
  readonly footer: Segment | undefined;
  /** First line of the footer; the number of lines where there is none. */
  readonly footerLine: number;
  readonly metadata: Metadata;
  readonly metadataProblems: readonly MetadataProblem[];
  /** ISO date of publication, where the metadata gives one that can be read. */
  readonly published: string | undefined;
  readonly annotations: readonly PlacedAnnotation[];
  /** Finds the places of what another reading of the sidecar says, in this text. */
  readonly place: Place;
  /** How they are related, by the sidecar. */
  readonly relations: readonly Relation[];
  /** The findings that the sidecar says were accepted. */
  readonly accepted: readonly AcceptedFinding[];
  readonly sidecarUri: string;
  readonly knowledge: Knowledge;
  /** The metadata of all seeds of the workspace. */
  readonly corpus: Corpus;
  /** Today's date as `YYYY-MM-DD`. */
  readonly today: string;
}

/** Something wrong with a YAML file of ours, with a place, maybe in another file, that says more. */
export interface FileProblem extends Problem {
  readonly related?: { readonly uri: string; readonly span: Span; readonly message: string } | undefined;
}

/** A YAML file of ours, open in an editor: what is wrong with it, and what it may refer to. */
export interface YamlSnapshot {
  readonly kind: 'yaml';
  readonly uri: string;
  readonly version: number;
  readonly revision: number;
  readonly lines: TextLines;
  readonly problems: readonly FileProblem[];
  /** Of a facts file: what its entries refer to. */
  readonly references: readonly FactsReference[];
  /** The seeds of the workspace that it may name, and what their paths count from. */
  readonly seeds: readonly string[];
  readonly bases: SourceBases;
  readonly project: Project;
  /** All entities of the facts files, by id. */
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** Where the file is a sidecar: the id of the text that its positions were taken from, its annotations and relations. */
  readonly sidecarText: string | undefined;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** Today's date, as an ISO date. */
  readonly today: string;
}

/** The seed of a sidecar with the sidecar's annotations, for those who look from there. */
export interface AnnotatedSeed {
  readonly uri: string;
  readonly lines: TextLines;
  readonly annotations: readonly PlacedAnnotation[];
}

export type Snapshot = SeedSnapshot | YamlSnapshot;
