import { linkAddress } from '../../facts/link-address.ts';
import type { Entity } from '../../facts/types.ts';
import type { KnownEntity } from '../../workspace/snapshot.ts';
import { escapeMarkdown, externalLink, fileLink } from '../markdown.ts';
import type { HoverOptions } from './options.ts';

/** Facts shown in a card: more would push the rest out of sight. */
const MOST_FACTS = 5;

/** What the facts files say of an entity. */
export function entityCard({ entity, uri }: KnownEntity, options: HoverOptions): string {
  const lines: string[] = [];
  if (entity.description) lines.push(escapeMarkdown(entity.description));
  if (entity.facts.length > 0) lines.push(factsTable(entity, options));
  const links = entity.links.map(([name, value]) => externalLink(name, linkAddress(name, value), options.trusted));
  const file = options.linesOf(uri);
  const line = file?.positionAt(entity.span.start).line ?? 0;
  const name = decodeName(uri);
  links.push(options.trusted ? fileLink(name, uri, line) : escapeMarkdown(name));
  lines.push(links.join(' · '));
  return lines.join('\n\n');
}

function factsTable(entity: Entity, options: HoverOptions): string {
  const rows = entity.facts.slice(0, MOST_FACTS).map((fact) => {
    const when = fact.on ?? [fact.from, fact.to].filter((x) => x !== undefined).join(' – ');
    const source = fact.source === undefined ? '' : sourceOf(fact.source, options);
    return `| ${escapeMarkdown(fact.what)} | ${escapeMarkdown(fact.value)} | ${escapeMarkdown(when)} ${source} |`;
  });
  const more = entity.facts.length - rows.length;
  return ['| | | |', '|:--|:--|:--|', ...rows, ...(more > 0 ? [`| | *${more} more* | |`] : [])].join('\n');
}

function sourceOf(source: string, options: HoverOptions): string {
  return /^https:/i.test(source) ? externalLink('source', source, options.trusted) : escapeMarkdown(source);
}

function decodeName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
