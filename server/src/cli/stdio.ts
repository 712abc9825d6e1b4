import {
  AbstractMessageWriter,
  type Connection,
  type ConnectionStrategy,
  createConnection,
  type Message,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
} from 'vscode-languageserver/node';

/** A connection over standard input and output; the process ends with it. */
export function stdioConnection(connectionStrategy: ConnectionStrategy): Connection {
  const { stdin, stdout } = process;
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(stdin),
    new WholeMessageWriter(stdout),
    { connectionStrategy },
  );
  let shutDown = false;
  connection.onShutdown(() => {
    shutDown = true;
  });
  // Standard output belongs to the protocol: a stray word would break it.
  console.log = console.error;
  // An editor that vanishes says nothing more; whether it said goodbye before is what the status tells.
  const end = () => process.exit(shutDown ? 0 : 1);
  stdin.on('end', end);
  stdin.on('close', end);
  return connection;
}

/**
 * Writes each message in one piece. The library's own writer sends header and content apart, which costs the many small
 * answers to a key a system call more each, and wakes the editor twice.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: NodeJS.WritableStream;
  private errors = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(content, 'utf8')}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.stream.write(text, 'utf8', (error) => {
        if (!error) {
          this.errors = 0;
          resolve();
          return;
        }
        this.fireError(error, message, ++this.errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
