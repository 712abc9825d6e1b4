import { commands, Disposable, type LogOutputChannel } from 'vscode';
import { messageOf, restartServer as offerRestart, tellFailure } from '../messages.ts';
import type { ReviewNeeds } from '../review/reviewer.ts';
import { addFact } from './addFact.ts';
import { addNote } from './addNote.ts';
import { applyFix } from './applyFix.ts';
import { changeType } from './changeType.ts';
import { copyName } from './copyName.ts';
import { copyQuotation, type QuotationNeeds } from './copyQuotation.ts';
import { decideSuggestions } from './decideSuggestions.ts';
import { dossier } from './dossier.ts';
import { chooseEntityTypes, filterEntities } from './entities.ts';
import { type ExportNeeds, exportAnnotations } from './exportAnnotations.ts';
import { fillMetadata } from './fillMetadata.ts';
import { linkEntity } from './linkEntity.ts';
import { mergeEntities } from './mergeEntities.ts';
import { goToAnnotation, goToOrphan, goToSuggestion } from './navigate.ts';
import { newEntity } from './newEntity.ts';
import { type NewSeedNeeds, newSeedFromClipboard } from './newSeed.ts';
import { placeAnnotation } from './placeAnnotation.ts';
import { relate } from './relate.ts';
import { type RemoveNeeds, removeAnnotation } from './removeAnnotation.ts';
import { removeRelation } from './removeRelation.ts';
import { restartServer } from './restartServer.ts';
import { review } from './review.ts';
import { setAttribute } from './setAttribute.ts';
import { showLog } from './showLog.ts';
import { showMentions } from './showMentions.ts';
import { showRelations } from './showRelations.ts';
import { COMMANDS, type CommandId } from './table.ts';
import { type TagNeeds, tag, tagAgain } from './tag.ts';
import { tagAll } from './tagAll.ts';
import { type TreatNeeds, treatAsSeed } from './treatAsSeed.ts';
import { filterAnnotations, removeListed, type ViewNeeds } from './views.ts';

export type CommandNeeds = TagNeeds &
  RemoveNeeds &
  NewSeedNeeds &
  TreatNeeds &
  QuotationNeeds &
  ReviewNeeds &
  ViewNeeds &
  ExportNeeds & { readonly log: LogOutputChannel };

/** Registers every command of the table. A command that fails says so, with a way out; none rejects. */
export function registerCommands(needs: CommandNeeds): Disposable {
  const run: Record<CommandId, (argument: unknown) => unknown> = {
    'seedmark.tag': (argument) => tag(needs, argument),
    'seedmark.tagAgain': (argument) => tagAgain(needs, argument),
    'seedmark.review': (argument) => review(needs, argument),
    'seedmark.acceptSuggestions': (argument) => decideSuggestions(needs, argument, 'confirmed'),
    'seedmark.rejectSuggestions': (argument) => decideSuggestions(needs, argument, 'rejected'),
    'seedmark.linkEntity': (argument) => linkEntity(needs, argument),
    'seedmark.addFact': (argument) => addFact(needs, argument),
    'seedmark.newEntity': (argument) => newEntity(needs, argument),
    'seedmark.mergeEntities': (argument) => mergeEntities(needs, argument),
    'seedmark.addNote': (argument) => addNote(needs, argument),
    'seedmark.setAttribute': (argument) => setAttribute(needs, argument),
    'seedmark.relate': (argument) => relate(needs, argument),
    'seedmark.changeType': (argument) => changeType(needs, argument),
    'seedmark.tagAll': (argument) => tagAll(needs, argument),
    'seedmark.removeAnnotation': (argument) => removeAnnotation(needs, argument),
    'seedmark.removeRelation': (argument) => removeRelation(needs, argument),
    'seedmark.placeAnnotation': (argument) => placeAnnotation(needs, argument),
    'seedmark.showRelations': (argument) => showRelations(needs.server, argument),
    'seedmark.showMentions': (argument) => showMentions(needs.server, argument),
    'seedmark.nextAnnotation': () => goToAnnotation(needs.server, 'next'),
    'seedmark.previousAnnotation': () => goToAnnotation(needs.server, 'previous'),
    'seedmark.nextSuggestion': () => goToSuggestion(needs.server, 'next'),
    'seedmark.previousSuggestion': () => goToSuggestion(needs.server, 'previous'),
    'seedmark.nextOrphan': () => goToOrphan(needs.server),
    'seedmark.filterAnnotations': (argument) => filterAnnotations(needs.views, argument),
    'seedmark.clearAnnotationFilter': () => {
      needs.views.annotations.filter = '';
    },
    'seedmark.annotationsByType': () => needs.views.annotations.setOrder('type'),
    'seedmark.annotationsInOrder': () => needs.views.annotations.setOrder('text'),
    'seedmark.suggestionsByCount': () => needs.views.suggestions.setOrder('count'),
    'seedmark.suggestionsInOrder': () => needs.views.suggestions.setOrder('text'),
    'seedmark.filterEntities': (argument) => filterEntities(needs.views, argument),
    'seedmark.filterEntityTypes': (argument) => chooseEntityTypes(needs.views, argument),
    'seedmark.clearEntityFilter': () => needs.views.entities.clearFilter(),
    'seedmark.entitiesByMentions': () => needs.views.entities.setOrder('mentions'),
    'seedmark.entitiesByName': () => needs.views.entities.setOrder('name'),
    'seedmark.entitiesByDate': () => needs.views.entities.setOrder('date'),
    'seedmark.copyName': (argument) => copyName(argument),
    'seedmark.removeListed': () => removeListed(needs.views),
    'seedmark.fillMetadata': (argument) => fillMetadata(needs.server, argument),
    'seedmark.applyFix': (argument) => applyFix(needs, argument),
    'seedmark.newSeedFromClipboard': (argument) => newSeedFromClipboard(needs, argument),
    'seedmark.treatAsSeed': (argument) => treatAsSeed(needs, argument),
    'seedmark.copyQuotation': (argument) => copyQuotation(needs, argument),
    'seedmark.dossier': (argument) => dossier(needs.server, argument),
    'seedmark.export': (argument) => exportAnnotations(needs, argument),
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
