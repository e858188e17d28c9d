import type { Duplex } from 'node:stream';
import type { Metrics } from '../metrics.ts';
import { refuse, type Refusal } from '../refusal.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no readable HTTP request, as JSON like every other refusal, and hangs up. */
export function answerUnreadable(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  metrics: Metrics,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, code, errors } = refusalOf(error.code);
  metrics.countRefusal(code);
  const body = JSON.stringify({ errors });
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${String(reasons[status])}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${String(Buffer.byteLength(body))}`,
      'cache-control: no-store',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return refuse(431, 'PAYLOAD_TOO_LARGE', 'The headers are larger than 16384 bytes.');
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return refuse(408, 'BAD_REQUEST', 'The request did not arrive in time.');
  }
  return refuse(400, 'BAD_REQUEST', 'This is no HTTP request.');
}
