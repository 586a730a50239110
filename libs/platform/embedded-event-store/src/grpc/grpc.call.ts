import type { ServerHttp2Stream } from 'node:http2';
import { MalformedMessageError } from '../protobuf/protobuf.reader';
import { MessageAssembler, framed } from './message.assembler';
import { GrpcCode, GrpcFailureError, statusHeaders, type GrpcFailure } from './grpc.status';
import { errorMessageOf } from '../log/system.error';

export type CallHandlers = { onMessage(message: Buffer): void; onEnd(): void };
const OK: GrpcFailure = { code: GrpcCode.ok, message: '' };
const RESPONSE_HEADERS = { ':status': 200, 'content-type': 'application/grpc' } as const;

/** One call from a client: request messages in, response messages and a status out. */
export class GrpcCall {
  private status: GrpcFailure = OK;
  private isFinished = false;
  private wakeWriter: () => void = () => undefined;
  /** Called once when the call is over, however it ended. */
  onClosed: () => void = () => undefined;

  constructor(private readonly stream: ServerHttp2Stream) {
    stream.on('wantTrailers', () => {
      if (!stream.destroyed && !stream.closed) stream.sendTrailers(statusHeaders(this.status));
    });
    stream.on('drain', () => this.wakeWriter());
    // A reset by the client is a normal way to end a call; 'close' follows.
    stream.on('error', () => undefined);
    stream.on('close', () => {
      this.isFinished = true;
      this.wakeWriter();
      this.onClosed();
    });
  }

  /** False once the call is finished or the client has gone. */
  get isOpen(): boolean {
    return !this.isFinished && !this.stream.destroyed && !this.stream.closed;
  }

  receive(handlers: CallHandlers): void {
    const assembler = new MessageAssembler();
    this.stream.on('data', (chunk: Buffer) => {
      this.guard(() => {
        if (this.isOpen) for (const message of assembler.push(chunk)) handlers.onMessage(message);
      });
    });
    this.stream.on('end', () => this.guard(() => (this.isOpen ? handlers.onEnd() : undefined)));
  }

  /** Sends the response headers, which some clients wait for before anything else. */
  open(): void {
    if (this.isOpen && !this.stream.headersSent) this.stream.respond(RESPONSE_HEADERS, { waitForTrailers: true });
  }

  /** Sends messages that already have their gRPC prefix; the promise waits for a slow client. */
  async write(messages: Buffer): Promise<void> {
    if (!this.isOpen || messages.length === 0) return;
    this.open();
    if (this.stream.write(messages)) return;
    await new Promise<void>((resolve) => {
      this.wakeWriter = resolve;
    });
  }

  /** Sends the one message of a unary call, and the status. */
  reply(message: Buffer): void {
    if (!this.isOpen) return;
    this.open();
    this.isFinished = true;
    this.stream.end(framed(message));
  }

  complete(): void {
    this.finish(OK);
  }

  fail(failure: GrpcFailure): void {
    this.finish(failure);
  }

  /** Runs a step of the call; what it throws ends the call and nothing else. */
  guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.fail(toFailure(error));
    }
  }

  private finish(status: GrpcFailure): void {
    if (!this.isOpen) return;
    this.isFinished = true;
    this.status = status;
    if (this.stream.headersSent) this.stream.end();
    else this.stream.respond({ ...RESPONSE_HEADERS, ...statusHeaders(status) }, { endStream: true });
  }
}

export function toFailure(error: unknown): GrpcFailure {
  if (error instanceof GrpcFailureError) return error.failure;
  const message = errorMessageOf(error);
  if (error instanceof MalformedMessageError)
    return { code: GrpcCode.invalidArgument, message: `malformed: ${message}` };
  return { code: GrpcCode.internal, message };
}
