import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runBin } from '../bins.mjs';
import { Problem } from '../problem.mjs';

/** vitest over everything that needs no VS Code. */
export async function runUnit() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seedmark-unit-'));
  try {
    const file = path.join(folder, 'report.json');
    const status = await runBin('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    return count(file, status);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {number} status
 */
function count(file, status) {
  if (!fs.existsSync(file)) throw new Problem(`vitest ended with status ${status} and left no report.`);
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  // A file that could not even be loaded has no failing test to show for it.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  // An error outside of any test fails the run as well.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
}
