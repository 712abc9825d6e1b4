/** A type of entity, time or value that a span can be tagged with. */
export interface EntityType {
  readonly id: string;
  /** What people read: "Organisation". */
  readonly label: string;
  /** The letter that picks it in Tag Selection As…; one lower-case letter, unique; '' where the letters ran out. */
  readonly key: string;
  readonly description: string;
  /** Name of one of the contributed colours (`person`, `organization` … or `custom1`-`custom6`). */
  readonly color: string;
  /** What annotations of it may say besides. */
  readonly attributes: readonly TypeAttribute[];
  /** Whether the project says which attributes it has: then there are no others. */
  readonly closed: boolean;
}

/** Something that annotations of a type may say besides: a name, and what it may be. */
export interface TypeAttribute {
  readonly id: string;
  /** What people read. */
  readonly label: string;
  /** One line; '' where nothing is said. */
  readonly description: string;
  /** All that it may be; undefined where anything will do. */
  readonly values: readonly string[] | undefined;
}

export type Severity = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** How two annotations may be related. */
export interface RelationType {
  readonly id: string;
  /** What people read. */
  readonly label: string;
  /** Types that it may start from and lead to; undefined where any will do. */
  readonly from: readonly string[] | undefined;
  readonly to: readonly string[] | undefined;
}

/** What `seedmark.yaml` says, defaults filled in. */
export interface Project {
  /** Globs of files that are seeds besides the usual ones. */
  readonly seeds: readonly string[];
  readonly types: readonly EntityType[];
  /** Empty where the project says nothing of relations: then any are as good as others. */
  readonly relations: readonly RelationType[];
  readonly required: readonly string[];
  readonly recommended: readonly string[];
  /** Severity by finding code; all codes are present. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Names of sources, as they should be written. */
  readonly sources: readonly string[];
  /** Words and phrases that are never names. */
  readonly never: readonly string[];
  /** The score, 0 to 1, from which names are shown that the model finds, by type id or `default`; above 1: never. */
  readonly thresholds: ReadonlyMap<string, number>;
}
