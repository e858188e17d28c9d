/** A text message on its way out: what precedes it for this client, and what all clients share. */
export interface OutgoingMessage {
  readonly start: Buffer;
  readonly rest: Buffer;
}

const textFrame = 0x81;

/** How many bytes {@link writeFrame} writes. */
export function frameSize({ start, rest }: OutgoingMessage): number {
  const length = start.length + rest.length;
  return length + (length < 126 ? 2 : length < 65_536 ? 4 : 10);
}

/**
 * Writes a message as one WebSocket text frame, which servers do not mask (RFC 6455, section 5.2),
 * and returns where the next one begins.
 */
export function writeFrame(message: OutgoingMessage, target: Buffer, at: number): number {
  const { start, rest } = message;
  const length = start.length + rest.length;
  let next = target.writeUInt8(textFrame, at);
  if (length < 126) next = target.writeUInt8(length, next);
  else if (length < 65_536) next = target.writeUInt16BE(length, target.writeUInt8(126, next));
  else next = target.writeBigUInt64BE(BigInt(length), target.writeUInt8(127, next));
  next += start.copy(target, next);
  return next + rest.copy(target, next);
}
