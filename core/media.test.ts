import { expect, test } from 'vitest'
import { PICTURE } from '#schemas/samples/cast.ts'
import { mediaTypeOf } from './media.ts'

const boxes = (brand: string): Buffer =>
  Buffer.concat([Buffer.from('0000000c6a5020200d0a870a00000014', 'hex'), Buffer.from(`ftyp${brand}`), Buffer.from('00000000')])

test.each([
  ['image/jpeg', Buffer.from(PICTURE, 'base64')],
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jp2', boxes('jp2 ')],
  ['image/jpx', boxes('jpx ')],
  ['image/j2c', Buffer.from('ff4fff51002f0000', 'hex')],
  ['application/pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')],
  ['image/x-wsq', Buffer.from('ffa0ffa8007a4e4953545f434f4d', 'hex')],
  ['application/x-ansi-nist', Buffer.from('1.001:00000145\u001d1.002:0500\u001d')],
  ['application/x-ansi-nist', Buffer.from('1.01:145\u001d1.02:0300\u001d')],
])('%s is known by its first bytes', (mediaType, bytes) => {
  expect(mediaTypeOf(bytes)).toBe(mediaType)
  expect(mediaTypeOf(bytes.subarray(0, 24))).toBe(mediaType)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a JPEG cut off in its first marker', Buffer.from('ffd8', 'hex')],
  ['a video in the same boxes', boxes('mjp2')],
  ['a PDF with something before it', Buffer.from('\n%PDF-1.7')],
  ['a web page', Buffer.from('<!DOCTYPE html><script>')],
  ['an archive', Buffer.from('PK\u0003\u0004')],
  ['a program', Buffer.from('\u007fELF')],
])('%s is not taken', (_, bytes) => {
  expect(mediaTypeOf(bytes)).toBeUndefined()
})
