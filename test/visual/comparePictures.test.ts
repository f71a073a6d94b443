import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { comparePictures } from './comparePictures.js'
import { shrinkPicture } from './shrinkPicture.js'

type Colour = [red: number, green: number, blue: number]

/** A white page with a button on it. */
function draw({ edge = [118, 130, 143] as Colour, height = 200 } = {}): Buffer {
  const png = new PNG({ width: 360, height })
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < 360; x++) {
      const inside = x >= 20 && x < 340 && y >= 60 && y < 108
      const border = inside && (x === 20 || x === 339 || y === 60 || y === 107)
      png.data.set([...(border ? edge : inside ? [24, 29, 37] : [255, 255, 255]), 255], (y * 360 + x) * 4)
    }
  }
  return PNG.sync.write(png)
}

describe('comparing pictures', () => {
  it('the small picture of the repository is the same picture', () => {
    expect(comparePictures(shrinkPicture(draw()), draw()).pixels).toBe(0)
  })

  it('colours of areas stay apart however near they are', () => {
    const near = draw({ edge: [30, 36, 46] })
    const shrunk = PNG.sync.read(shrinkPicture(near))
    expect([...shrunk.data.subarray((60 * 360 + 20) * 4, (60 * 360 + 20) * 4 + 3)]).toEqual([30, 36, 46])
  })

  it('a border in another colour is seen, and shown beside the old one', () => {
    const { pixels, sideBySide } = comparePictures(draw(), draw({ edge: [198, 40, 40] }))
    expect(pixels).toBeGreaterThan(700)
    expect(PNG.sync.read(sideBySide()).width).toBe(3 * 360)
  })

  it('a page that has grown is seen even where the rest is the same', () => {
    expect(comparePictures(draw(), draw({ height: 210 })).pixels).toBe(10 * 360)
  })
})
