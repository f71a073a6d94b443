import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../src/components/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')

/** The sheet's own files, in the order in which it imports them. */
export const sheetFiles: readonly string[] = [
  ...read('styles.css').matchAll(/@import "\.\/styles\/(.+)";/g),
].map(([, name = '']) => name)

/** Every file that lies beside them. */
export const sheetFolder: readonly string[] = readdirSync(new URL('styles/', folder))

/** The kit's whole sheet as it ships, comments aside. */
export const kitSheet: string = sheetFiles
  .map((name) => read(`styles/${name}`))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\//g, '')
