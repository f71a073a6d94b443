import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

/** Shades this near (of 255 per channel, straight through the cube) are kept as one: below what a comparison sees. */
const NEAR = 14

/** Colours of areas, not of smoothing: kept as they are, however near. */
const AREA_COLOURS = 24

/**
 * The same picture in a quarter of the bytes: the commonest colours as they are, shades of smoothing as the nearest of
 * them, one byte a pixel. For the pictures that stay in the repository.
 */
export function shrinkPicture(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture)
  const colours = new Map<number, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.readUIntBE(at, 3)
    colours.set(colour, (colours.get(colour) ?? 0) + 1)
  }
  const palette: number[] = []
  const places = new Map<number, number>()
  for (const [colour] of [...colours].sort(([, one], [, other]) => other - one)) {
    let place = nearest(colour, palette)
    const far = palette.length < AREA_COLOURS || distance(colour, palette[place]) > NEAR
    if (far && palette.length < 256) place = palette.push(colour) - 1
    places.set(colour, place)
  }
  // One byte in front of each line: not filtered.
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      lines[y * (width + 1) + 1 + x] = places.get(data.readUIntBE((y * width + x) * 4, 3)) ?? 0
    }
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  // Eight bits, an index into the palette.
  size.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0
  for (let place = 1; place < palette.length; place++) {
    if (distance(colour, palette[place]) < distance(colour, palette[best])) best = place
  }
  return best
}

function distance(one: number, other: number | undefined): number {
  if (other === undefined) return Number.POSITIVE_INFINITY
  return Math.hypot(...[16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255)))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(checksum(body), body.length + 4)
  return framed
}

/** CRC-32 as PNG has it; Node's own came after the oldest Node this runs on. */
function checksum(bytes: Buffer): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
