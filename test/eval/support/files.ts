import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Files of a folder whose names fit, in order; of a file, the file. */
export function filesIn(place: string, names: RegExp): string[] {
  if (!fs.statSync(place, { throwIfNoEntry: false })) {
    console.error(`${place}: there is no such file or folder.`);
    return [];
  }
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .filter((name) => names.test(name))
    .sort()
    .map((name) => path.join(place, name));
}

/** The text of a file, which may be compressed. */
export function readText(file: string): string {
  const bytes = fs.readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
