import { commands, Disposable, type LogOutputChannel } from 'vscode';
import { messageOf, restartServer as offerRestart, tellFailure } from '../messages.ts';
import { applyFix } from './applyFix.ts';
import { fillMetadata } from './fillMetadata.ts';
import { type NewSeedNeeds, newSeedFromClipboard } from './newSeed.ts';
import { placeAnnotation } from './placeAnnotation.ts';
import { type RemoveNeeds, removeAnnotation } from './removeAnnotation.ts';
import { restartServer } from './restartServer.ts';
import { showLog } from './showLog.ts';
import { COMMANDS, type CommandId } from './table.ts';
import { type TagNeeds, tag } from './tag.ts';
import { tagAll } from './tagAll.ts';
import { type TreatNeeds, treatAsSeed } from './treatAsSeed.ts';

export type CommandNeeds = TagNeeds & RemoveNeeds & NewSeedNeeds & TreatNeeds & { readonly log: LogOutputChannel };

/** Registers every command of the table. A command that fails says so, with a way out; none rejects. */
export function registerCommands(needs: CommandNeeds): Disposable {
  const run: Record<CommandId, (argument: unknown) => unknown> = {
    'seedmark.tag': (argument) => tag(needs, argument),
    'seedmark.tagAll': (argument) => tagAll(needs, argument),
    'seedmark.removeAnnotation': (argument) => removeAnnotation(needs, argument),
    'seedmark.placeAnnotation': (argument) => placeAnnotation(needs, argument),
    'seedmark.fillMetadata': (argument) => fillMetadata(needs.server, argument),
    'seedmark.applyFix': (argument) => applyFix(needs, argument),
    'seedmark.newSeedFromClipboard': (argument) => newSeedFromClipboard(needs, argument),
    'seedmark.treatAsSeed': (argument) => treatAsSeed(needs, argument),
    'seedmark.restartServer': () => restartServer(needs.server),
    'seedmark.showLog': () => showLog(needs.log),
  };
  return Disposable.from(
    ...COMMANDS.map(({ id, title }) =>
      commands.registerCommand(id, async (argument: unknown) => {
        try {
          await run[id](argument);
        } catch (error) {
          needs.log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`);
          const ways = needs.server.state === 'running' ? [] : [offerRestart];
          tellFailure(`“${title.replace('…', '')}” failed`, error, ...ways);
        }
      }),
    ),
  );
}
