import { linkAddress } from '../../facts/link-address.ts';
import type { Project } from '../../project/types.ts';
import type { EntityKey } from '../../workspace/index/types.ts';
import type { KnownEntity } from '../../workspace/snapshot.ts';
import { escapeMarkdown, externalLink, fileLink } from '../markdown.ts';
import { factsTable } from './facts.ts';
import { newsLines, summaryLine } from './news.ts';
import type { HoverOptions } from './options.ts';
import { saidLine } from './said.ts';
import { fileName } from './seed-label.ts';

/** What ids in facts stand for. */
export interface EntityContext {
  readonly project: Project;
  readonly entities: ReadonlyMap<string, KnownEntity>;
}

/**
 * What is known of something: what it is, its facts, the latest sentences about it, how often it is mentioned and with whom, where to
 * read on. What nobody knows leaves no line.
 *
 * @param known its entry in the facts files.
 * @param key how the index knows it: what seeds tell is shown if it was asked for this.
 */
export function entityCard(
  known: KnownEntity | undefined,
  key: EntityKey | undefined,
  context: EntityContext,
  options: HoverOptions,
): string[] {
  const told = options.told !== undefined && options.told.key === key ? options.told : undefined;
  const description = known?.entity.description;
  return [
    description ? escapeMarkdown(description) : told && saidLine(told.statements),
    known && factsTable(known, context, options),
    told && newsLines(told),
    told && summaryLine(told, context),
    known && linksLine(known, options),
  ].filter((part) => part !== undefined);
}

/** Where there is more about it: what its entry links to, and the entry itself. */
function linksLine({ entity, uri }: KnownEntity, { trusted, linesOf }: HoverOptions): string {
  const links = entity.links.map(([name, value]) => externalLink(name, linkAddress(name, value), trusted));
  const line = linesOf(uri)?.positionAt(entity.span.start).line ?? 0;
  const name = fileName(uri);
  return [...links, trusted ? fileLink(name, uri, line) : escapeMarkdown(name)].join(' · ');
}
