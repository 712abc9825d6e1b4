import type { CodeAction } from 'vscode-languageserver-types';
import { acceptRequest, addAliasRequest, type SidecarFix, tagRequest } from '../../protocol.ts';
import { flatLine, shorten } from '../../text/shorten.ts';
import { dayInWords } from '../../times/doubtful.ts';
import { describeFinding } from '../../workspace/accepted.ts';
import { missingField } from '../../workspace/findings.ts';
import { type FixInput, sidecarFix } from './fix.ts';

/** "Accept this finding", for every finding of a seed that people may see differently. */
export function accept(input: FixInput): CodeAction[] {
  const { snapshot, finding } = input;
  const { code, span } = finding;
  const described = describeFinding(snapshot, { code, span, missing: missingField(finding) });
  if (described === undefined) return [];
  const { quote, field, before, after } = described;
  const fix = (note?: string): SidecarFix => ({
    method: acceptRequest,
    params: {
      uri: snapshot.uri,
      finding: {
        code,
        ...(quote === undefined ? {} : { quote }),
        ...(field === undefined ? {} : { field }),
        ...(before === '' ? {} : { before }),
        ...(after === '' ? {} : { after }),
        ...(note === undefined ? {} : { note }),
      },
    },
  });
  // Where findings meet, only this tells one offer from the next, and VS Code shows one of several with the same title.
  const which = field === undefined ? `(${code})` : `(${code}: ${field})`;
  const plain = sidecarFix(input, `Accept this finding ${which}`, fix());
  // "So it stands in the source": what an editor writes beside a slip that is not his.
  return finding.part === 'body'
    ? [sidecarFix(input, `Note “sic”: it stands so in the source ${which}`, fix('sic')), plain]
    : [plain];
}

/** A spelling that the facts do not know is written into them, so that it is found from now on. */
export function addAsAlias(input: FixInput): CodeAction[] {
  const { snapshot, finding } = input;
  const { entity, meant } = finding.data ?? {};
  if (entity === undefined || meant === undefined) return [];
  const alias = flatLine(snapshot.lines.toString().slice(finding.span.start, finding.span.end));
  return [
    sidecarFix(input, `Add as an alias of “${shorten(meant, 60)}”`, {
      method: addAliasRequest,
      params: { uri: snapshot.uri, entity, alias },
    }),
  ];
}

/** Says beside the text which day a date in the body means. */
export function annotateDay(input: FixInput): CodeAction[] {
  const { snapshot, finding } = input;
  if (finding.part !== 'body') return [];
  const { first, second, value } = finding.data ?? {};
  return [first, second, value]
    .filter((day) => day !== undefined)
    .map((day) =>
      sidecarFix(input, `Annotate as ${dayInWords(day)}`, {
        method: tagRequest,
        params: {
          uri: snapshot.uri,
          ranges: [{ start: finding.start, end: finding.end }],
          type: 'date',
          attributes: { value: day },
          version: snapshot.version,
        },
      }),
    );
}
