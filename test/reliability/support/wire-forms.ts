import { gzipSync } from 'node:zlib';

/** A way in which a server sends an answer: all of its bytes, from the first of the status line to the last of the body. */
export interface WireForm {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The forms in which HTTP/1.1 can send a page: its end told by its length, by its last chunk, or by the end of the connection. */
export function wireForms(page: object): WireForm[] {
  // As YouTube sends it. Where nothing tells the end but the connection's, its last byte must be one that the page needs.
  const needed = Buffer.from(JSON.stringify(page, undefined, 2));
  const text = Buffer.concat([needed, Buffer.from('\n')]);
  const zipped = gzipSync(text);
  const gzip = 'Content-Encoding: gzip\r\n';
  return [
    { name: 'plain, with its length', bytes: withLength(text, '') },
    { name: 'gzip, with its length', bytes: withLength(zipped, gzip) },
    { name: 'plain, in chunks', bytes: inChunks(text, '') },
    { name: 'gzip, in chunks', bytes: inChunks(zipped, gzip) },
    { name: 'plain, until the connection ends', bytes: answer('Connection: close\r\n', needed) },
    { name: 'gzip, until the connection ends', bytes: answer(`Connection: close\r\n${gzip}`, zipped) },
  ];
}

const chunkBytes = 150;

function answer(headers: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\n${headers}\r\n`), body]);
}

function withLength(body: Buffer, headers: string): Buffer {
  return answer(`Content-Length: ${body.length}\r\n${headers}`, body);
}

function inChunks(body: Buffer, headers: string): Buffer {
  const chunks: Buffer[] = [];
  for (let from = 0; from < body.length; from += chunkBytes) {
    const chunk = body.subarray(from, from + chunkBytes);
    chunks.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return answer(`Transfer-Encoding: chunked\r\n${headers}`, Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]));
}
