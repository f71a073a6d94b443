import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How two pictures of the same frames differ. */
export interface Comparison {
  /** Pixels that differ by more than a shade. */
  pixels: number
  /** Of the larger picture, 0 to 1. */
  share: number
  /** Draws accepted, now, and what differs, beside each other: a PNG, too slow to make for every picture. */
  sideBySide: () => Buffer
}

/** Colours may be this far apart (0 to 1, pixelmatch's YIQ distance): another Chromium rounds a shade differently. */
const SHADE = 0.05

/** Compares a picture with the accepted one; a missing strip counts as different. */
export function comparePictures(accepted: Buffer, now: Buffer): Comparison {
  const before = PNG.sync.read(accepted)
  const after = PNG.sync.read(now)
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const [left, middle] = [grown(before, width, height), grown(after, width, height)]
  const right = new PNG({ width, height })
  const pixels = pixelmatch(left.data, middle.data, right.data, width, height, {
    threshold: SHADE,
    // Else a hairline counts as smoothing, and a border in another colour as nothing.
    includeAA: true,
  })
  const sideBySide = () => {
    const sheet = new PNG({ width: width * 3, height })
    for (const [column, picture] of [left, middle, right].entries()) {
      PNG.bitblt(picture, sheet, 0, 0, width, height, column * width, 0)
    }
    return pack(sheet)
  }
  return { pixels, share: pixels / (width * height), sideBySide }
}

function pack(png: PNG): Buffer {
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true })
}

/** On a ground no frame has, so that what is missing is seen. */
function grown(picture: PNG, width: number, height: number): PNG {
  if (picture.width === width && picture.height === height) return picture
  const larger = new PNG({ width, height, fill: true })
  for (let at = 0; at < larger.data.length; at += 4) larger.data.set([255, 0, 255, 255], at)
  PNG.bitblt(picture, larger, 0, 0, picture.width, picture.height, 0, 0)
  return larger
}
