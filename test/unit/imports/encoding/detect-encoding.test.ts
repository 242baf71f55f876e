import { describe, expect, test } from '@jest/globals';
import { detectEncoding } from '../../../../functions/imports/domain/encoding/detect-encoding.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('the encoding of a file by its beginning', () => {
  test.each<[name: string, head: Buffer, encoding: string]>([
    ['nothing', Buffer.alloc(0), 'utf-8'],
    ['ASCII', Buffer.from('Customer ID,Name\nA,Ann\n'), 'utf-8'],
    ['a UTF-8 mark before anything', Buffer.concat([Buffer.from('\uFEFF'), latin1('ü,ü,ü')]), 'utf-8'],
    ['UTF-8', Buffer.from('Customer ID,Name\nA,Jürgen Größe €\n'), 'utf-8'],
    ['UTF-8, cut off within a character', Buffer.from('Name\n€').subarray(0, -1), 'utf-8'],
    ['UTF-8 of which one record is bad', Buffer.concat([Buffer.from('ä,ö,ü\n'), latin1('ü\n')]), 'utf-8'],
    ['as much UTF-8 as not', Buffer.concat([Buffer.from('ä\n'), latin1('ü\n')]), 'utf-8'],
    ['more that is no UTF-8 than is', Buffer.concat([Buffer.from('ä\n'), latin1('ü,ü\n')]), 'windows-1252'],
    ['one byte alone that is no UTF-8', latin1('Name\nMüller\n'), 'windows-1252'],
    ['bytes that Windows-1252 leaves undefined', latin1('Name\nM\x81ller\n'), 'utf-8'],
    ['Windows-1252 with its own punctuation', Buffer.from([0x41, 0x2c, 0x80, 0x93, 0x41, 0x94, 0x0a]), 'windows-1252'],
    ['UTF-16 with marks', utf16('\uFEFF客户'), 'utf-16le'],
    ['UTF-16 with marks, big endian', bigEndian('\uFEFF客户'), 'utf-16be'],
    ['UTF-16', utf16('Customer ID,Name\nA,Ann\n'), 'utf-16le'],
    ['UTF-16, big endian', bigEndian('Customer ID,Name\nA,Ann\n'), 'utf-16be'],
    ['UTF-16 of other scripts', utf16('客户编号,姓名\n10001,王小明\n10002,李四\n'), 'utf-16le'],
    ['UTF-16 of other scripts, big endian', bigEndian('ID,имя\n10001,Иван\n'), 'utf-16be'],
    ['UTF-8 with NULs', Buffer.from('Customer ID,Name\nA,\0\nB,\0\n'), 'utf-8'],
    ['very little UTF-8 with a NUL', Buffer.from('A,\0\n'), 'utf-8'],
    ['UTF-8 of other scripts with a NUL', Buffer.from('客户,\0\n'), 'utf-8'],
  ])('%s', (_, head, encoding) => {
    expect(detectEncoding(head)).toBe(encoding);
  });
});
