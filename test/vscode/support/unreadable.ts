import * as vscode from 'vscode';
import { REVIEW } from './seeds.ts';

/** A file system in memory that cannot read one of its files, as one behind a network does now and then. */
export class Unreadable implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  private readonly texts = new Map<string, Uint8Array>();
  private readonly unreadable: string;

  /** @param files Paths of files that can be read, all with the same text. */
  constructor(files: readonly string[], unreadable: string) {
    this.unreadable = unreadable;
    for (const path of [...files, unreadable]) this.texts.set(path, new TextEncoder().encode(REVIEW));
  }

  text(path: string): string {
    return new TextDecoder().decode(this.texts.get(path));
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    if (uri.path === this.unreadable) throw vscode.FileSystemError.Unavailable(uri);
    const bytes = this.texts.get(uri.path);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.texts.set(path, content);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.texts.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  delete({ path }: vscode.Uri): void {
    this.texts.delete(path);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  createDirectory(): void {}

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
