/** WebSocket's kinds of frames. */
export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 };

/** Where a server's frame is in what has been read. */
export interface Frame {
  readonly opcode: number;
  readonly start: number;
  readonly end: number;
}

/** The server's frame that begins at `at`; null while some of it is missing. */
export function readFrame(chunk: Buffer, at: number): Frame | null {
  if (chunk.length < at + 2) return null;
  const opcode = chunk.readUInt8(at) & 0x0f;
  const short = chunk.readUInt8(at + 1) & 0x7f;
  const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
  if (chunk.length < start) return null;
  const length =
    short < 126
      ? short
      : short === 126
        ? chunk.readUInt16BE(at + 2)
        : Number(chunk.readBigUInt64BE(at + 2));
  return chunk.length < start + length ? null : { opcode, start, end: start + length };
}

/** A client's frame of less than 64 KiB; clients have to mask, and zeros are a mask. */
export function writeFrame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(payload.length < 126 ? 6 : 8);
  head.writeUInt8(0x80 | opcode, 0);
  if (payload.length < 126) head.writeUInt8(0x80 | payload.length, 1);
  else {
    head.writeUInt8(0x80 | 126, 1);
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}
