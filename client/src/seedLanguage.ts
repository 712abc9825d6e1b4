import { Disposable, type LogOutputChannel, languages, type TextDocument, workspace } from 'vscode';
import { type IsSeedParams, isSeedRequest } from '../../server/src/protocol.ts';
import { messageOf } from './messages.ts';
import { isOurYaml, isSeed, SEED } from './selector.ts';
import type { Server } from './server.ts';

/**
 * Makes seeds of the documents that `seedmark.yaml` names under `seeds:`. An extension cannot contribute the globs of a
 * project to VS Code, so the language is set when such a document opens. Who sets it back has the last word.
 */
export class SeedLanguage implements Disposable {
  /** Documents of which the user said in this session that they are no seeds. */
  private readonly refused = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly listeners: Disposable;
  private readonly server: Server;
  private readonly log: LogOutputChannel;

  constructor(server: Server, log: LogOutputChannel) {
    this.server = server;
    this.log = log;
    this.listeners = Disposable.from(
      workspace.onDidOpenTextDocument((document) => void this.look(document)),
      workspace.onDidCloseTextDocument((document) => {
        // A change of language closes a document, with the language that it had, and opens it again.
        if (isSeed(document) && !document.isClosed) this.refused.add(document.uri.toString());
      }),
      server.onDidChangeAnswers(() => {
        if (server.namesSeeds) for (const document of workspace.textDocuments) void this.look(document);
      }),
    );
  }

  /** Makes a seed of a document because the user says so. */
  async treat(document: TextDocument): Promise<void> {
    this.refused.delete(document.uri.toString());
    await languages.setTextDocumentLanguage(document, SEED);
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private async look(document: TextDocument): Promise<void> {
    const { uri } = document;
    const key = uri.toString();
    if (!this.server.namesSeeds || this.asked.has(key) || !this.mayBecomeSeed(document)) return;
    this.asked.add(key);
    try {
      const params: IsSeedParams = { uri: key };
      // The user may have decided while the server was asked.
      if ((await this.server.request<boolean>(isSeedRequest, params)) && this.mayBecomeSeed(document))
        await languages.setTextDocumentLanguage(document, SEED);
    } catch (error) {
      this.log.debug(`Whether ${key} is a seed could not be told: ${messageOf(error)}`);
    } finally {
      this.asked.delete(key);
    }
  }

  private mayBecomeSeed(document: TextDocument): boolean {
    const { uri } = document;
    return (
      !document.isClosed &&
      !document.isUntitled &&
      !isSeed(document) &&
      !isOurYaml(uri) &&
      !this.refused.has(uri.toString()) &&
      workspace.getWorkspaceFolder(uri) !== undefined
    );
  }
}
