import crypto from 'node:crypto';
import net from 'node:net';
import { remoteUri, startHost, workbenchUrl } from '../../test/host/host.mjs';
import { firstSeed, root, seedsFolder, shown } from './paths.mjs';
import { Problem } from './problem.mjs';

const portsToTry = 20;

/**
 * Serves the embedded VS Code with Seedmark installed, until a signal ends this process.
 * @param {number} wanted
 */
export async function serveEmbedded(wanted) {
  const port = await freePort(wanted);
  // The window has a terminal: without the token, any page in any browser on this machine could type into it.
  const token = crypto.randomBytes(16).toString('hex');
  const host = await startHost({ port, token, extension: root });
  console.log(`\nSeedmark runs on the files of ${shown(seedsFolder)}. Open this address in a browser:\n`);
  /** @type {[string, string][]} */
  const payload = [['openFile', remoteUri(host.authority, firstSeed)]];
  console.log(`    ${workbenchUrl(host.authority, { folder: seedsFolder, token, payload })}\n`);
  console.log('Ctrl+C ends it.');
  await host.ended;
  throw new Problem('The VS Code server ended by itself.');
}

/**
 * @param {number} wanted
 * @returns {Promise<number>} The first free one from there on.
 */
async function freePort(wanted) {
  for (let port = wanted; port < wanted + portsToTry && port <= 65535; port++) {
    if (await isFree(port)) return port;
  }
  throw new Problem(
    `No free port between ${wanted} and ${wanted + portsToTry - 1}. Choose another: npm start -- --port N`,
  );
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
