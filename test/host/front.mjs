// For the web worker extension host: one origin for the VS Code server and, below /extension/, for the extension's files. A worker cannot be
// made from a `vscode-remote:` extension, and the page's content security policy lets an `http:` one come from its own origin only.
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

export const extensionPath = '/extension';

/** @type {Record<string, string>} */
const contentTypes = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
};

/**
 * @param {string} backend The authority of the VS Code server.
 * @param {string} extension Folder of the extension.
 * @returns {Promise<{ authority: string, stop: () => void }>}
 */
export async function startFront(backend, extension) {
  const [host, port] = backend.split(':');
  const address = { host: host ?? '', port: Number(port) };
  const front = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://front');
    if (pathname.startsWith(`${extensionPath}/`))
      serveFile(extension, decodeURIComponent(pathname.slice(extensionPath.length)), response);
    else passOn(address, request, response);
  });
  front.on('upgrade', (request, socket, head) => passOnSocket(address, request, socket, head));
  await new Promise((resolve) => front.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port: own } = /** @type {net.AddressInfo} */ (front.address());
  const stop = () => {
    front.close();
    front.closeAllConnections();
  };
  return { authority: `127.0.0.1:${own}`, stop };
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {http.ServerResponse} response
 */
function serveFile(folder, file, response) {
  fs.readFile(path.join(folder, path.normalize(file)), (error, bytes) => {
    response.writeHead(error ? 404 : 200, {
      'Content-Type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
    });
    response.end(bytes);
  });
}

/**
 * @param {{ host: string, port: number }} address
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function passOn(address, request, response) {
  const { url, method, headers } = request;
  const upstream = http.request({ ...address, path: url, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  request.pipe(upstream);
}

/**
 * @param {{ host: string, port: number }} address
 * @param {http.IncomingMessage} request
 * @param {import('node:stream').Duplex} socket
 * @param {Buffer} head
 */
function passOnSocket(address, request, socket, head) {
  const upstream = net.connect(address, () => {
    const headers = request.rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
}
