import {
  type Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  window,
} from 'vscode';
import type { Overview } from '../../server/src/protocol.ts';
import type { CommandId } from './commands/table.ts';
import { count, grouped, readingTime } from './commands/words.ts';
import type { Overviews } from './overviews.ts';
import { isSeed } from './selector.ts';
import type { Server } from './server.ts';

const SHOW_PROBLEMS = 'workbench.actions.view.problems';

/** One item in the status bar, for the active seed; nothing outside of seeds. */
export class Status implements Disposable {
  private readonly item: StatusBarItem;
  private readonly listeners: readonly Disposable[];
  private shown = false;

  private readonly server: Server;
  private readonly overviews: Overviews;

  constructor(server: Server, overviews: Overviews) {
    this.server = server;
    this.overviews = overviews;
    this.item = window.createStatusBarItem('seedmark.overview', StatusBarAlignment.Right, 100);
    this.item.name = 'Seedmark';
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.update()),
      overviews.onDidChange((document) => document === activeSeed() && this.update()),
      server.onDidChangeState(() => this.update()),
    ];
    this.update();
  }

  /** What is shown: the item's text, or nothing. */
  get text(): string | undefined {
    return this.shown ? this.item.text : undefined;
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }

  private update(): void {
    const document = activeSeed();
    this.shown = document !== undefined;
    if (document === undefined) {
      this.item.hide();
      return;
    }
    if (this.server.state === 'stopped') this.showStopped();
    else this.showOverview(this.overviews.of(document));
    this.item.show();
  }

  private showStopped(): void {
    this.item.text = '$(warning) Seedmark stopped';
    this.item.tooltip = linking(
      'The language server of Seedmark is not running.\n\n[Restart](command:seedmark.restartServer) · [Show log](command:seedmark.showLog)',
      ['seedmark.restartServer', 'seedmark.showLog'],
    );
    this.item.accessibilityInformation = {
      label: 'Seedmark: the language server is not running. Activate to restart it.',
    };
    this.item.command = 'seedmark.restartServer' satisfies CommandId;
    this.item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  }

  private showOverview(overview: Overview | undefined): void {
    this.item.backgroundColor = undefined;
    this.item.command = SHOW_PROBLEMS;
    if (overview === undefined) {
      this.item.text = '$(tag) …';
      this.item.tooltip = 'Seedmark reads this seed.';
      this.item.accessibilityInformation = { label: 'Seedmark reads this seed.' };
      return;
    }
    const { annotations, mentions, times, findings, words } = overview;
    const parts = [
      count(annotations.length, 'annotation'),
      count(mentions, 'name'),
      count(times, 'date'),
      count(words, 'word'),
    ];
    const short = findings === 0 ? [] : [count(findings, 'finding')];
    this.item.text = ['$(tag)', [count(annotations.length, 'annotation'), ...short].join(' · ')].join(' ');
    this.item.tooltip = tooltip(overview);
    this.item.accessibilityInformation = {
      label: `Seedmark: ${[...parts, count(findings, 'finding')].join(', ')}. Activate to show problems.`,
    };
  }
}

function activeSeed(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isSeed(document) ? document : undefined;
}

/** Numbers and our own words only: nothing here comes from a file. */
function tooltip({ annotations, mentions, times, findings, words }: Overview): MarkdownString {
  const suggested = annotations.filter(({ status }) => status === 'suggested').length;
  const unplaced = annotations.filter(({ ranges }) => ranges.length === 0).length;
  const time = readingTime(words);
  const rows: [icon: string, name: string, number: number | string][] = [
    ['tag', 'Annotations', annotations.length],
    ...(suggested > 0 ? [['question', 'of these suggested', suggested] as [string, string, number]] : []),
    ...(unplaced > 0 ? [['debug-disconnect', 'of these without a place', unplaced] as [string, string, number]] : []),
    ['person', 'Names', mentions],
    ['calendar', 'Dates and times', times],
    ['warning', 'Findings', findings],
    ['book', 'Words', time === undefined ? grouped(words) : `${grouped(words)} · ${time}`],
  ];
  const table = [
    '| | |',
    '|:--|--:|',
    ...rows.map(([icon, name, number]) => `| $(${icon}) ${name} | ${number} |`),
  ].join('\n');
  const links =
    '[Tag selection](command:seedmark.tag) · [Show problems](command:workbench.actions.view.problems) · [Show log](command:seedmark.showLog)';
  return linking(`${table}\n\n${links}`, ['seedmark.tag', SHOW_PROBLEMS, 'seedmark.showLog']);
}

function linking(markdown: string, enabledCommands: readonly string[]): MarkdownString {
  const result = new MarkdownString(markdown, true);
  result.isTrusted = { enabledCommands };
  return result;
}
