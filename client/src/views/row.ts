import type { Range } from '../../../server/src/protocol.ts';

/** What a view shows in one row: plain data, so that it can be made and tested without VS Code. */
export interface Row {
  /** Unique among its siblings, and the same for the same thing from one answer of the server to the next. */
  readonly id: string;
  readonly label: string;
  /** The part of the label that is set off, as offsets. */
  readonly strong?: readonly [start: number, end: number];
  readonly description: string;
  readonly icon: RowIcon;
  /** Markdown in which text from files is escaped. */
  readonly tooltip?: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What `when` clauses of menus call such rows. */
  readonly kind: string;
  readonly open?: 'expanded' | 'collapsed';
  /** The rows below are asked for when it is opened for the first time. */
  readonly lazy?: true;
  /** Where a click goes. */
  readonly place?: Place;
  /** A command of ours that a click runs. */
  readonly run?: string;
  /** What commands of the row's menu are told of. */
  readonly about?: About;
  readonly children: readonly Row[];
}

export interface RowIcon {
  readonly name: string;
  /** Id of a theme colour. */
  readonly color?: string;
}

export interface Place {
  /** The annotation that stands there, if one does. */
  readonly annotation?: string;
  /** One range a part. */
  readonly ranges: readonly Range[];
}

export interface About {
  readonly ids?: readonly string[];
  readonly group?: string;
  readonly range?: Range;
  /** Of rows that tell of another file than the view as a whole. */
  readonly uri?: string;
  readonly ranges?: readonly Range[];
  /** What the server calls something that seeds name, and its name. */
  readonly key?: string;
  readonly name?: string;
}
