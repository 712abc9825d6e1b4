import { createHash } from 'node:crypto';
import { FINDINGS } from '../../project/severities.ts';
import type { Severity } from '../../project/types.ts';
import type { TextLines } from '../../text/lines.ts';
import type { Finding } from '../../workspace/findings.ts';
import type { CheckedFile, Print, Report, Summary } from './report.ts';

/**
 * SARIF 2.1.0, the format in which code hosts take findings in. Locations are relative to the working folder, `root`
 * (its URI, with the closing slash), so that they mean the same in another checkout.
 */
export function sarifReport(print: Print, root: string, version: string): Report {
  let separator = '\n';
  return {
    begin: () =>
      print(
        `{"version":"2.1.0","$schema":${JSON.stringify(SCHEMA)},"runs":[{${members(runHead(root, version))},"results":[`,
      ),
    async file(file) {
      for (const result of resultsOf(file, root)) {
        await print(`${separator}${JSON.stringify(result)}`);
        separator = ',\n';
      }
    },
    end: (summary) => print(`\n],${members({ invocations: [invocation(summary, root)] })}}]}\n`),
  };
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const BASE = 'SRCROOT';
const CODES = Object.keys(FINDINGS);
const UNREADABLE = { id: 'unreadable-file', index: 0 };

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note', off: 'none' } as const;

/** An object's members without the braces round them: the list of results between them is written piece by piece. */
function members(object: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(object).slice(1, -1);
}

function runHead(root: string, version: string) {
  return {
    tool: {
      driver: {
        name: 'Seedmark',
        version,
        rules: Object.entries(FINDINGS).map(([code, { severity, title }]) => rule(code, severity, title)),
        notifications: [{ id: UNREADABLE.id, shortDescription: { text: 'A file that could not be checked.' } }],
      },
    },
    columnKind: 'utf16CodeUnits',
    defaultEncoding: 'utf-8',
    // A lone carriage return ends a line, too.
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [BASE]: { uri: root } },
  };
}

function rule(code: string, severity: Severity, title: string) {
  const page = `docs/findings/${code}.md`;
  const level = `${severity}, unless seedmark.yaml says otherwise under`;
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: `${title}.` },
    help: {
      text: `${title}. Severity: ${level} severities. Seedmark's documentation says in ${page} what it means and what to do.`,
      markdown: `**${title}.** Severity: ${level} \`severities\`.\n\nSeedmark's documentation says in \`${page}\` what it means and what to do.`,
    },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultsOf({ uri, lines, findings }: CheckedFile, root: string) {
  const repeats = new Map<string, number>();
  return findings.map((finding) => {
    const { code, severity, message, start, end } = finding;
    const subject = subjectOf(finding, lines);
    const repeat = repeats.get(subject) ?? 0;
    repeats.set(subject, repeat + 1);
    const index = CODES.indexOf(code);
    return {
      ruleId: code,
      ...(index === -1 ? {} : { ruleIndex: index }),
      level: LEVELS[severity],
      message: { text: plain(message) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(uri, root),
            region: {
              startLine: start.line + 1,
              startColumn: start.character + 1,
              endLine: end.line + 1,
              endColumn: end.character + 1,
            },
          },
        },
      ],
      partialFingerprints: { 'seedmarkFinding/v1': digest(`${subject}\0${repeat}`) },
    };
  });
}

/**
 * What a finding is about, in words that stay the same when other places of the file are edited: its code, what a
 * quick fix is told, and the text it stands at.
 */
function subjectOf({ code, data, start, end }: Finding, lines: TextLines): string {
  const told = Object.entries(data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const quoted = lines.toString().slice(lines.offsetAt(start), lines.offsetAt(end));
  // What is missing has no text of its own; the line it is shown at is another field's.
  const text = code.startsWith('missing-') ? '' : quoted === '' && told.length === 0 ? lines.line(start.line) : quoted;
  // Line ends and wrapping are not what a finding is about.
  return JSON.stringify([code, told, text.replace(/\s+/g, ' ').trim()]);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Below the working folder a relative reference, elsewhere the whole URI: a reference may not climb out of its base. */
function artifact(uri: string, root: string) {
  return uri.startsWith(root) ? { uri: uri.slice(root.length), uriBaseId: BASE } : { uri };
}

/** Braces are placeholders in a message of SARIF, and a bracket before a parenthesis is a link: text from a seed is neither. */
function plain(message: string): string {
  return message.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

function invocation({ unreadable, status }: Summary, root: string) {
  return {
    executionSuccessful: unreadable.length === 0,
    exitCode: status,
    toolExecutionNotifications: unreadable.map(({ uri, reason }) => ({
      descriptor: UNREADABLE,
      level: 'error',
      message: { text: `This file could not be checked: ${reason}.` },
      locations: [{ physicalLocation: { artifactLocation: artifact(uri, root) } }],
    })),
  };
}
